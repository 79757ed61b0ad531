import { rotateApiKey } from "@/lib/accounts/operations/rotate-api-key";
import { route } from "@/lib/api/route";

export const POST = route(rotateApiKey);
export { preflight as OPTIONS } from "@/lib/api/cors";
