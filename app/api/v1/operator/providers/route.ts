import { route } from "@/lib/api/route";
import { listClinicians } from "@/lib/operator/operations/list-providers";

export const GET = route(listClinicians);
