import { route } from "@/lib/api/route";
import { listMembers } from "@/lib/laboratories/operations/list-members";

export const GET = route(listMembers);
export { preflight as OPTIONS } from "@/lib/api/cors";
