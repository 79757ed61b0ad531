import { route } from "@/lib/api/route";
import { resendInvitation } from "@/lib/laboratories/operations/resend-invitation";

export const POST = route(resendInvitation);
export { preflight as OPTIONS } from "@/lib/api/cors";
