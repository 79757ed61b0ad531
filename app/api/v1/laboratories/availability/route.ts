import { route } from "@/lib/api/route";
import { checkAvailability } from "@/lib/laboratories/operations/check-availability";

export const GET = route(checkAvailability);
export { preflight as OPTIONS } from "@/lib/api/cors";
