import { route } from "@/lib/api/route";
import { resumeLaboratory } from "@/lib/operator/operations/resume-laboratory";

export const POST = route(resumeLaboratory);
