import { refreshTokens } from "@/lib/accounts/operations/refresh-tokens";
import { route } from "@/lib/api/route";

export const POST = route(refreshTokens);
export { preflight as OPTIONS } from "@/lib/api/cors";
