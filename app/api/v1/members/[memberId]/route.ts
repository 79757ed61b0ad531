import { route } from "@/lib/api/route";
import { changeMember } from "@/lib/laboratories/operations/change-member";
import { openMember } from "@/lib/laboratories/operations/open-member";
import { removeMember } from "@/lib/laboratories/operations/remove-member";

export const GET = route(openMember);
export const PATCH = route(changeMember);
export const DELETE = route(removeMember);
export { preflight as OPTIONS } from "@/lib/api/cors";
