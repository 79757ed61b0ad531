import "server-only";
import { z } from "zod";
import { operatorNotice } from "@/emails/operator-notice";
import { originOf } from "@/lib/infra/hosts";
import { compose, ownBrand } from "@/lib/infra/mail";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { deadLetters, noticeIsRecent, operatorAddresses } from "../repository.dead-letters";
import { MailRef } from "../schema";

const hour = 3_600_000;
const ownNotice = "operator-notice";

/** Told at most once an hour, and never of such a notice itself: it could not be delivered either. */
export const tellOfDeadLetters = operation({
  id: "mailbox.tellOfDeadLetters",
  http: "page",
  summary: "Tell operators that mails could not be delivered.",
  scope: "platform",
  permission: openTo("operator", "It tells operators what they see in the console."),
  limit: "write",
  audit: notAudited("The mail itself is the trace."),
  input: { body: MailRef },
  output: z.object({ told: z.int() }),
  fails: [],
  async run({ db, now, mail }, { body: { mailId } }) {
    const since = new Date(now.getTime() - hour);
    const dead = await deadLetters(db, mailId);
    if (dead.some((each) => each.id === mailId && each.template === ownNotice)) return { told: 0 };
    if (await noticeIsRecent(db, ownNotice, since)) return { told: 0 };
    const lines = dead.map(
      ({ template, state, error }) =>
        `${template}: ${error ?? (state === "dead" ? "given up" : "ran out before it was sent")}`,
    );
    const state = dead.find(({ id }) => id === mailId)?.state ?? "dead";
    const addresses = await operatorAddresses(db);
    for (const to of addresses) {
      const notice = {
        ...{ to, what: "Mails could not be delivered", lines: [...new Set(lines)].slice(0, 10) },
        link: `${originOf({ kind: "root" })}/operator/mails?state=${state}`,
      };
      mail(await compose(operatorNotice, notice, ownBrand()));
    }
    return { told: addresses.length };
  },
});
