import { route } from "@/lib/api/route";
import { readCollectionsStatus } from "@/lib/operator/operations/read-collections-status";

export const GET = route(readCollectionsStatus);
