import { route } from "@/lib/api/route";
import { endAccountSessions } from "@/lib/operator/operations/end-account-sessions";

export const POST = route(endAccountSessions);
