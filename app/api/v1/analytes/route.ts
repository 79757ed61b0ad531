import { route } from "@/lib/api/route";
import { addAnalyte } from "@/lib/catalogue/operations/add-analyte";
import { listAnalytes } from "@/lib/catalogue/operations/list-analytes";

export const GET = route(listAnalytes);
export const POST = route(addAnalyte);
export { preflight as OPTIONS } from "@/lib/api/cors";
