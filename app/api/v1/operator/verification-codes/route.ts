import { route } from "@/lib/api/route";
import { listVerificationCodes } from "@/lib/operator/operations/list-verification-codes";

export const GET = route(listVerificationCodes);
