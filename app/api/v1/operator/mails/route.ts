import { route } from "@/lib/api/route";
import { listMails } from "@/lib/mailbox/operations/list-mails";

export const GET = route(listMails);
