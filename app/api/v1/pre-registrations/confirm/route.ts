import { confirmPreRegistration } from "@/lib/accounts/operations/confirm-pre-registration";
import { route } from "@/lib/api/route";

export const POST = route(confirmPreRegistration);
