import { route } from "@/lib/api/route";
import { signUpLaboratory } from "@/lib/laboratories/operations/sign-up-laboratory";

export const POST = route(signUpLaboratory);
export { preflight as OPTIONS } from "@/lib/api/cors";
