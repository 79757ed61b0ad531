import { route } from "@/lib/api/route";
import { restoreEmail } from "@/lib/operator/operations/restore-email";

export const POST = route(restoreEmail);
