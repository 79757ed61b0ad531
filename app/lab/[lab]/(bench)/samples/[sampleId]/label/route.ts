import { file } from "@/lib/api/file";
import { printLabel } from "@/lib/samples/operations/print-label";

export const GET = file(printLabel, "sampleId");
