import { route } from "@/lib/api/route";
import { resendLaboratoryCode } from "@/lib/laboratories/operations/resend-laboratory-code";

export const POST = route(resendLaboratoryCode);
