import { route } from "@/lib/api/route";
import { listEmailVerifications } from "@/lib/operator/operations/list-email-verifications";

export const GET = route(listEmailVerifications);
