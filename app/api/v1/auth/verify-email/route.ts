import { openVerificationLink } from "@/lib/accounts/operations/open-verification-link";
import { verifyLink } from "@/lib/accounts/operations/verify-link";
import { route } from "@/lib/api/route";

export const GET = route(openVerificationLink);
export const POST = route(verifyLink);
