import { route } from "@/lib/api/route";
import { rejectClinician } from "@/lib/operator/operations/reject-provider";

export const POST = route(rejectClinician);
