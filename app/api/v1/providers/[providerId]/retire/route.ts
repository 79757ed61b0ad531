import { route } from "@/lib/api/route";
import { retireProvider } from "@/lib/laboratories/operations/retire-provider";

export const POST = route(retireProvider);
export { preflight as OPTIONS } from "@/lib/api/cors";
