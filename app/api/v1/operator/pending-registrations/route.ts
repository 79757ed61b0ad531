import { route } from "@/lib/api/route";
import { listPendingRegistrations } from "@/lib/operator/operations/list-pending-registrations";

export const GET = route(listPendingRegistrations);
