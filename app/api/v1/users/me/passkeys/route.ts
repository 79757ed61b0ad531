import { addPasskey } from "@/lib/accounts/operations/add-passkey";
import { listPasskeys } from "@/lib/accounts/operations/list-passkeys";
import { route } from "@/lib/api/route";

export const GET = route(listPasskeys);
export const POST = route(addPasskey);
export { preflight as OPTIONS } from "@/lib/api/cors";
