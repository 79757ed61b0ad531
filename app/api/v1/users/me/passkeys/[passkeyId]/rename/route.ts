import { renamePasskey } from "@/lib/accounts/operations/rename-passkey";
import { route } from "@/lib/api/route";

export const POST = route(renamePasskey);
export { preflight as OPTIONS } from "@/lib/api/cors";
