import { route } from "@/lib/api/route";
import { printLabel } from "@/lib/samples/operations/print-label";

export const GET = route(printLabel);
export { preflight as OPTIONS } from "@/lib/api/cors";
