import { enrolTotp } from "@/lib/accounts/operations/enrol-totp";
import { removeTotp } from "@/lib/accounts/operations/remove-totp";
import { route } from "@/lib/api/route";

export const POST = route(enrolTotp);
export const DELETE = route(removeTotp);
export { preflight as OPTIONS } from "@/lib/api/cors";
