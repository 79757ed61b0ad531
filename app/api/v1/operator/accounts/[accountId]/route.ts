import { route } from "@/lib/api/route";
import { openAccount } from "@/lib/operator/operations/open-account";

export const GET = route(openAccount);
