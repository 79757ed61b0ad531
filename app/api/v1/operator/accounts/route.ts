import { route } from "@/lib/api/route";
import { listAccounts } from "@/lib/operator/operations/list-accounts";

export const GET = route(listAccounts);
