import { listDevices } from "@/lib/accounts/operations/list-devices";
import { route } from "@/lib/api/route";

export const GET = route(listDevices);
export { preflight as OPTIONS } from "@/lib/api/cors";
