import { route } from "@/lib/api/route";
import { enableAccount } from "@/lib/operator/operations/enable-account";

export const POST = route(enableAccount);
