import { route } from "@/lib/api/route";
import { downloadExport } from "@/lib/tasks/operations/download-export";

export const GET = route(downloadExport);
export { preflight as OPTIONS } from "@/lib/api/cors";
