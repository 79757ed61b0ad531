import { askPasskeyToSignIn } from "@/lib/accounts/operations/ask-passkey-to-sign-in";
import { route } from "@/lib/api/route";

export const POST = route(askPasskeyToSignIn);
export { preflight as OPTIONS } from "@/lib/api/cors";
