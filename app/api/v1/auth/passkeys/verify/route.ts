import { loginWithPasskey } from "@/lib/accounts/operations/login-with-passkey";
import { route } from "@/lib/api/route";

export const POST = route(loginWithPasskey);
export { preflight as OPTIONS } from "@/lib/api/cors";
