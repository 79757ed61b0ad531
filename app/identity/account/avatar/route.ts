import { readAvatar } from "@/lib/accounts/operations/read-avatar";
import { file } from "@/lib/api/file";

export const GET = file(readAvatar);
