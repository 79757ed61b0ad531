import { generateCode } from "@/lib/accounts/operations/generate-code";
import { route } from "@/lib/api/route";

export const POST = route(generateCode);
