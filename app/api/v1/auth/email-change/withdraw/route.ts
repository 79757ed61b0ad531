import { withdrawEmailChangeByLink } from "@/lib/accounts/operations/withdraw-email-change";
import { route } from "@/lib/api/route";

export const POST = route(withdrawEmailChangeByLink);
export { preflight as OPTIONS } from "@/lib/api/cors";
