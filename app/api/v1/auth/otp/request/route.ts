import { requestSignInCode } from "@/lib/accounts/operations/request-sign-in-code";
import { route } from "@/lib/api/route";

export const POST = route(requestSignInCode);
