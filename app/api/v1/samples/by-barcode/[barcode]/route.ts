import { route } from "@/lib/api/route";
import { openByBarcode } from "@/lib/samples/operations/open-by-barcode";

export const GET = route(openByBarcode);
export { preflight as OPTIONS } from "@/lib/api/cors";
