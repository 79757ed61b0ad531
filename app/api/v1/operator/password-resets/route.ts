import { route } from "@/lib/api/route";
import { listResetRequests } from "@/lib/operator/operations/list-reset-requests";

export const GET = route(listResetRequests);
