"use server";

import { action } from "@/lib/api/action";
import { actOnMails } from "@/lib/operator/operations/act-on-mails";

export const act = action(actOnMails);
