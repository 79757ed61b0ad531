import { route } from "@/lib/api/route";
import { verifyClinician } from "@/lib/operator/operations/verify-provider";

export const POST = route(verifyClinician);
