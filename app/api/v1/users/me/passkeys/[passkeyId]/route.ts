import { removePasskey } from "@/lib/accounts/operations/remove-passkey";
import { route } from "@/lib/api/route";

export const DELETE = route(removePasskey);
export { preflight as OPTIONS } from "@/lib/api/cors";
