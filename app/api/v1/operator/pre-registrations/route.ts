import { route } from "@/lib/api/route";
import { listPreRegistrations } from "@/lib/operator/operations/list-pre-registrations";

export const GET = route(listPreRegistrations);
