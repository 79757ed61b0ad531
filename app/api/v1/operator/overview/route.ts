import { route } from "@/lib/api/route";
import { openOverview } from "@/lib/operator/operations/open-overview";

export const GET = route(openOverview);
