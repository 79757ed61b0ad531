import { route } from "@/lib/api/route";
import { unlockAccount } from "@/lib/operator/operations/unlock-account";

export const POST = route(unlockAccount);
