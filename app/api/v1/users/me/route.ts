import { readMe } from "@/lib/accounts/operations/read-me";
import { route } from "@/lib/api/route";

export const GET = route(readMe);
export { preflight as OPTIONS } from "@/lib/api/cors";
