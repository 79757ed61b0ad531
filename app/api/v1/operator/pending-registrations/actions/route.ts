import { route } from "@/lib/api/route";
import { actOnRegistrations } from "@/lib/operator/operations/act-on-registrations";

export const POST = route(actOnRegistrations);
