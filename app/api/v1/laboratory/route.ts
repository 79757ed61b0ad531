import { route } from "@/lib/api/route";
import { changeSettings } from "@/lib/laboratories/operations/change-settings";
import { openSettings } from "@/lib/laboratories/operations/open-settings";

export const GET = route(openSettings);
export const PATCH = route(changeSettings);
export { preflight as OPTIONS } from "@/lib/api/cors";
