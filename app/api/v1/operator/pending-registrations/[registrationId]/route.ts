import { route } from "@/lib/api/route";
import { deletePendingRegistration } from "@/lib/operator/operations/withdraw-registration";

export const DELETE = route(deletePendingRegistration);
