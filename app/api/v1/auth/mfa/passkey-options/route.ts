import { askPasskeyForSecondStep } from "@/lib/accounts/operations/ask-passkey-for-second-step";
import { route } from "@/lib/api/route";

export const POST = route(askPasskeyForSecondStep);
export { preflight as OPTIONS } from "@/lib/api/cors";
