import "server-only";
import { follow } from "@/lib/core/lifecycle";
import { Problem } from "@/lib/core/problem";
import { openTo, operation, type PlatformContext } from "@/lib/infra/operation";
import { mailOwed } from "../events";
import { mailLifecycle } from "../lifecycle";
import { whyNotResent } from "../policy";
import { presentMail } from "../presenter";
import { lockMail, oweAgain } from "../repository";
import { MailLine, MailRef, Resending } from "../schema";

export const resendMail = operation({
  id: "mailbox.resend",
  http: "POST /operator/mails/{mailId}/resend",
  summary: "Have a mail sent anew: one that was given up, or one that its reader cannot find.",
  description:
    "It leaves under another key, so that its carrier takes it for another mail. One whose code or link has run out, or that its reader does not want, is not sent anew.",
  scope: "platform",
  permission: openTo("operator", "It sends the same words to the same address."),
  limit: "write",
  audit: "mail.resent",
  input: { params: MailRef, body: Resending },
  output: MailLine,
  status: 202,
  fails: ["not_found", "illegal_move"],
  run: (context, { params: { mailId }, body: { reason } }) => sendAnew(context, mailId, reason),
});

/** Owes a mail once more. @throws Problem why it cannot be, before anything is touched. */
export async function sendAnew(
  { db, now, emit, about }: PlatformContext,
  mailId: string,
  reason: string,
): Promise<MailLine> {
  const mail = await lockMail(db, mailId);
  const why = whyNotResent(mail, now);
  if (why) throw new Problem("illegal_move", why);
  follow(mailLifecycle, mail.state, "resend");
  await oweAgain(db, mailId);
  emit(mailOwed({ mailId }));
  about({ recordId: mailId, details: { template: mail.template, from: mail.state, reason } });
  return presentMail(await lockMail(db, mailId));
}
