import { route } from "@/lib/api/route";
import { changeTest } from "@/lib/catalogue/operations/change-test";
import { readTest } from "@/lib/catalogue/operations/read-test";

export const GET = route(readTest);
export const PATCH = route(changeTest);
export { preflight as OPTIONS } from "@/lib/api/cors";
