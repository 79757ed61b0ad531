import { route } from "@/lib/api/route";
import { actOnAccounts } from "@/lib/operator/operations/act-on-accounts";

export const POST = route(actOnAccounts);
