import { route } from "@/lib/api/route";
import { listLaboratories } from "@/lib/operator/operations/list-laboratories";

export const GET = route(listLaboratories);
