import { confirmTotp } from "@/lib/accounts/operations/confirm-totp";
import { route } from "@/lib/api/route";

export const POST = route(confirmTotp);
export { preflight as OPTIONS } from "@/lib/api/cors";
