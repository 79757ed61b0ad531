import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { mailOwed } from "../events";
import { overdueMails } from "../repository.delivery";

const atMost = 200;
const patience = 60_000;

/** Announces anew what nobody has taken up: the announcement was lost, or whoever was at it crashed. */
export const wakeMails = operation({
  id: "mailbox.wake",
  http: "page",
  summary: "Announce mails anew whose time came a minute ago and that nobody has taken up.",
  scope: "platform",
  permission: openTo("operator", "It announces what is owed already."),
  limit: "write",
  audit: notAudited("It changes no mail."),
  input: {},
  output: z.object({ woken: z.int() }),
  fails: [],
  async run({ db, now, emit }) {
    const ids = await overdueMails(db, new Date(now.getTime() - patience), atMost);
    for (const mailId of ids) emit(mailOwed({ mailId }));
    return { woken: ids.length };
  },
});
