import { route } from "@/lib/api/route";
import { removeLogo } from "@/lib/laboratories/operations/remove-logo";
import { setLogo } from "@/lib/laboratories/operations/set-logo";

export const PUT = route(setLogo);
export const DELETE = route(removeLogo);
export { preflight as OPTIONS } from "@/lib/api/cors";
