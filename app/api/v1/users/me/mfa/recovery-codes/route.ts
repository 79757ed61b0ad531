import { renewRecoveryCodes } from "@/lib/accounts/operations/renew-recovery-codes";
import { route } from "@/lib/api/route";

export const POST = route(renewRecoveryCodes);
export { preflight as OPTIONS } from "@/lib/api/cors";
