import { askPasskeyToConfirm } from "@/lib/accounts/operations/ask-passkey-to-confirm";
import { route } from "@/lib/api/route";

export const POST = route(askPasskeyToConfirm);
export { preflight as OPTIONS } from "@/lib/api/cors";
