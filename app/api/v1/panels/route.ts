import { route } from "@/lib/api/route";
import { addPanel } from "@/lib/catalogue/operations/add-panel";
import { listPanels } from "@/lib/catalogue/operations/list-panels";

export const GET = route(listPanels);
export const POST = route(addPanel);
export { preflight as OPTIONS } from "@/lib/api/cors";
