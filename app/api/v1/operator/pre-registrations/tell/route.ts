import { route } from "@/lib/api/route";
import { tellPreRegistrations } from "@/lib/operator/operations/tell-pre-registrations";

export const POST = route(tellPreRegistrations);
