import { signInByCode } from "@/lib/accounts/operations/sign-in-by-code";
import { route } from "@/lib/api/route";

export const POST = route(signInByCode);
