import { route } from "@/lib/api/route";
import { changeAnalyte } from "@/lib/catalogue/operations/change-analyte";
import { readAnalyte } from "@/lib/catalogue/operations/read-analyte";

export const GET = route(readAnalyte);
export const PATCH = route(changeAnalyte);
export { preflight as OPTIONS } from "@/lib/api/cors";
