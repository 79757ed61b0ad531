import { route } from "@/lib/api/route";
import { withdrawInvitation } from "@/lib/laboratories/operations/withdraw-invitation";

export const DELETE = route(withdrawInvitation);
export { preflight as OPTIONS } from "@/lib/api/cors";
