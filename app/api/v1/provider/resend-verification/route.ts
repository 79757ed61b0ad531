import { resendProviderVerification } from "@/lib/accounts/operations/resend-verification";
import { route } from "@/lib/api/route";

export const POST = route(resendProviderVerification);
