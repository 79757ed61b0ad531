import { verifySecondStep } from "@/lib/accounts/operations/verify-second-step";
import { route } from "@/lib/api/route";

export const POST = route(verifySecondStep);
export { preflight as OPTIONS } from "@/lib/api/cors";
