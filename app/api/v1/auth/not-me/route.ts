import { openNotMeLink, reportNotMe } from "@/lib/accounts/operations/report-not-me";
import { route } from "@/lib/api/route";

export const GET = route(openNotMeLink);
export const POST = route(reportNotMe);
export { preflight as OPTIONS } from "@/lib/api/cors";
