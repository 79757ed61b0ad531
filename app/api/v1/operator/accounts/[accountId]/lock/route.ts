import { route } from "@/lib/api/route";
import { lockAccount } from "@/lib/operator/operations/lock-account";

export const POST = route(lockAccount);
