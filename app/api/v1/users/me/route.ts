import { changeMyProfile } from "@/lib/accounts/operations/change-profile";
import { readMe } from "@/lib/accounts/operations/read-me";
import { route } from "@/lib/api/route";

export const GET = route(readMe);
export const PATCH = route(changeMyProfile);
export { preflight as OPTIONS } from "@/lib/api/cors";
