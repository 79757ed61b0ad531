import { verifyCode } from "@/lib/accounts/operations/verify-code";
import { route } from "@/lib/api/route";

export const POST = route(verifyCode);
