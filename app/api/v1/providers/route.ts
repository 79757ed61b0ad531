import { route } from "@/lib/api/route";
import { addProvider } from "@/lib/laboratories/operations/add-provider";
import { listProviders } from "@/lib/laboratories/operations/list-providers";

export const GET = route(listProviders);
export const POST = route(addProvider);
export { preflight as OPTIONS } from "@/lib/api/cors";
