import { changeEmail } from "@/lib/accounts/operations/change-email";
import { withdrawEmailChange } from "@/lib/accounts/operations/withdraw-email-change";
import { route } from "@/lib/api/route";

export const POST = route(changeEmail);
export const DELETE = route(withdrawEmailChange);
export { preflight as OPTIONS } from "@/lib/api/cors";
