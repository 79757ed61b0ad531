import { refreshTokens } from "@/lib/accounts/operations/refresh-tokens";
import { route } from "@/lib/api/route";

export const POST = route(refreshTokens);
