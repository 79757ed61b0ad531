import { route } from "@/lib/api/route";
import { listPlatformEvents } from "@/lib/audit/operations/list-platform-events";

export const GET = route(listPlatformEvents);
