import { route } from "@/lib/api/route";
import { changePanel } from "@/lib/catalogue/operations/change-panel";
import { readPanel } from "@/lib/catalogue/operations/read-panel";

export const GET = route(readPanel);
export const PATCH = route(changePanel);
export { preflight as OPTIONS } from "@/lib/api/cors";
