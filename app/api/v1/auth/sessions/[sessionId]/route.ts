import { endOtherSession } from "@/lib/accounts/operations/end-other-session";
import { route } from "@/lib/api/route";

export const DELETE = route(endOtherSession);
export { preflight as OPTIONS } from "@/lib/api/cors";
