import { verifyProviderEmail } from "@/lib/accounts/operations/verify-provider-email";
import { route } from "@/lib/api/route";

export const POST = route(verifyProviderEmail);
