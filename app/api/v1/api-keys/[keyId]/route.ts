import { openApiKey } from "@/lib/accounts/operations/open-api-key";
import { revokeApiKey } from "@/lib/accounts/operations/revoke-api-key";
import { route } from "@/lib/api/route";

export const GET = route(openApiKey);
export const DELETE = route(revokeApiKey);
export { preflight as OPTIONS } from "@/lib/api/cors";
