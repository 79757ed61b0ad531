import { readAvatar } from "@/lib/accounts/operations/read-avatar";
import { removeMyAvatar } from "@/lib/accounts/operations/remove-avatar";
import { setAvatar } from "@/lib/accounts/operations/set-avatar";
import { route } from "@/lib/api/route";

export const GET = route(readAvatar);
export const PUT = route(setAvatar);
export const DELETE = route(removeMyAvatar);
export { preflight as OPTIONS } from "@/lib/api/cors";
