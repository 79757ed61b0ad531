import { listSpecializations } from "@/lib/accounts/operations/list-specializations";
import { route } from "@/lib/api/route";

export const GET = route(listSpecializations);
