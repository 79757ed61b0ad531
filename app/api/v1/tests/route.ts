import { route } from "@/lib/api/route";
import { addTest } from "@/lib/catalogue/operations/add-test";
import { listTests } from "@/lib/catalogue/operations/list-tests";

export const GET = route(listTests);
export const POST = route(addTest);
export { preflight as OPTIONS } from "@/lib/api/cors";
