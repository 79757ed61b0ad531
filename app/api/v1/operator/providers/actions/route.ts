import { route } from "@/lib/api/route";
import { actOnProviders } from "@/lib/operator/operations/act-on-providers";

export const POST = route(actOnProviders);
