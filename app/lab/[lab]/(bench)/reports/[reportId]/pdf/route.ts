import { file } from "@/lib/api/file";
import { printReport } from "@/lib/reports/operations/print-report";

export const GET = file(printReport, "reportId");
