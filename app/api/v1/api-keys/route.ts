import { createApiKey } from "@/lib/accounts/operations/create-api-key";
import { listApiKeys } from "@/lib/accounts/operations/list-api-keys";
import { route } from "@/lib/api/route";

export const GET = route(listApiKeys);
export const POST = route(createApiKey);
export { preflight as OPTIONS } from "@/lib/api/cors";
