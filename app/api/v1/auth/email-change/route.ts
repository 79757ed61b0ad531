import { confirmEmailChangeLink } from "@/lib/accounts/operations/confirm-email-change";
import { openEmailChangeLink } from "@/lib/accounts/operations/open-email-change-link";
import { route } from "@/lib/api/route";

export const GET = route(openEmailChangeLink);
export const POST = route(confirmEmailChangeLink);
export { preflight as OPTIONS } from "@/lib/api/cors";
