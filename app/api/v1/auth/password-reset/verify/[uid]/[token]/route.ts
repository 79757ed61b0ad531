import { checkResetLink } from "@/lib/accounts/operations/open-reset-link";
import { route } from "@/lib/api/route";

export const GET = route(checkResetLink);
export { preflight as OPTIONS } from "@/lib/api/cors";
