import { forgetDevice } from "@/lib/accounts/operations/forget-device";
import { route } from "@/lib/api/route";

export const DELETE = route(forgetDevice);
export { preflight as OPTIONS } from "@/lib/api/cors";
