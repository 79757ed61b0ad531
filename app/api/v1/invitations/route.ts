import { route } from "@/lib/api/route";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { listInvitations } from "@/lib/laboratories/operations/list-invitations";

export const GET = route(listInvitations);
export const POST = route(inviteMember);
export { preflight as OPTIONS } from "@/lib/api/cors";
