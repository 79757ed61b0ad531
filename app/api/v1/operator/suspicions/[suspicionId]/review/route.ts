import { reviewSuspicion } from "@/lib/accounts/operations/review-suspicion";
import { route } from "@/lib/api/route";

export const POST = route(reviewSuspicion);
export { preflight as OPTIONS } from "@/lib/api/cors";
