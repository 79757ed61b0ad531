import { route } from "@/lib/api/route";
import { actOnMails } from "@/lib/operator/operations/act-on-mails";

export const POST = route(actOnMails);
