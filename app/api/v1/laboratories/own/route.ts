import { route } from "@/lib/api/route";
import { foundOwnLaboratory } from "@/lib/laboratories/operations/found-own-laboratory";

export const POST = route(foundOwnLaboratory);
