import { changePassword } from "@/lib/accounts/operations/change-password";
import { route } from "@/lib/api/route";

export const POST = route(changePassword);
export { preflight as OPTIONS } from "@/lib/api/cors";
