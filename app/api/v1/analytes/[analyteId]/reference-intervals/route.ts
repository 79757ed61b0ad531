import { route } from "@/lib/api/route";
import { addReferenceInterval } from "@/lib/catalogue/operations/add-reference-interval";
import { listReferenceIntervals } from "@/lib/catalogue/operations/list-reference-intervals";

export const GET = route(listReferenceIntervals);
export const POST = route(addReferenceInterval);
export { preflight as OPTIONS } from "@/lib/api/cors";
