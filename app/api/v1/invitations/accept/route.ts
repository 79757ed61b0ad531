import { route } from "@/lib/api/route";
import { acceptInvitation } from "@/lib/laboratories/operations/accept-invitation";

export const POST = route(acceptInvitation);
export { preflight as OPTIONS } from "@/lib/api/cors";
