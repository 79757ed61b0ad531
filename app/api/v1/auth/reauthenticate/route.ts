import { reauthenticate } from "@/lib/accounts/operations/reauthenticate";
import { route } from "@/lib/api/route";

export const POST = route(reauthenticate);
export { preflight as OPTIONS } from "@/lib/api/cors";
