import { route } from "@/lib/api/route";
import { resendPendingRegistration } from "@/lib/operator/operations/resend-registration";

export const POST = route(resendPendingRegistration);
