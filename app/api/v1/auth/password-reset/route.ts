import { requestPasswordReset } from "@/lib/accounts/operations/request-password-reset";
import { route } from "@/lib/api/route";

export const POST = route(requestPasswordReset);
export { preflight as OPTIONS } from "@/lib/api/cors";
