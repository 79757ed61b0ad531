import { file } from "@/lib/api/file";
import { printOrderLabels } from "@/lib/samples/operations/print-order-labels";

export const GET = file(printOrderLabels, "orderId");
