import { route } from "@/lib/api/route";
import { changeProvider } from "@/lib/laboratories/operations/change-provider";
import { openProvider } from "@/lib/laboratories/operations/open-provider";

export const GET = route(openProvider);
export const PATCH = route(changeProvider);
export { preflight as OPTIONS } from "@/lib/api/cors";
