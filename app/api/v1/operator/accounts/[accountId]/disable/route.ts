import { route } from "@/lib/api/route";
import { disableAccount } from "@/lib/operator/operations/disable-account";

export const POST = route(disableAccount);
