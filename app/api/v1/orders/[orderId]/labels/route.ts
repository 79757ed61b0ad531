import { route } from "@/lib/api/route";
import { printOrderLabels } from "@/lib/samples/operations/print-order-labels";

export const GET = route(printOrderLabels);
export { preflight as OPTIONS } from "@/lib/api/cors";
