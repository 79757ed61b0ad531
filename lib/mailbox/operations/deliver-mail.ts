import "server-only";
import { inPlatform } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { type Delivery, mailCarrier } from "@/lib/infra/mail-carriers";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { deliveryKey, nextTry, senderName } from "../policy";
import { type ClaimedMail, claimMail, type MailOutcome, recordTry, standingOf } from "../repository.delivery";
import { type DeliveryReport, MailRef, DeliveryReport as Report } from "../schema";

/** A mail that was handed over, and what its carrier said. */
type Tried = { mail: ClaimedMail; carrier: string; delivery: Delivery } | null;

/**
 * One try. It is claimed in a transaction of its own, carried outside of any, and recorded in the operation's: a
 * crash in between leaves it claimed, and once the lease has ended it is tried again under the same key (S28).
 */
export const deliverMail = operation({
  id: "mailbox.deliver",
  http: "page",
  summary: "Hand a mail that is owed to the carrier, once.",
  description: "Answers when to ask again: at once after it was sent or given up, nothing is left to do.",
  scope: "platform",
  permission: openTo("operator", "It sends what is owed already, to whom it is owed."),
  limit: "write",
  audit: notAudited("The mail itself tells what became of it."),
  input: { body: MailRef },
  output: Report,
  fails: ["not_found"],
  async prepare({ now }, { body: { mailId } }): Promise<Tried> {
    const mail = await inPlatform({ laboratoryId: null, accountId: null }, (db) =>
      claimMail(db, now, mailId),
    );
    if (!mail) return null;
    const { carry, name } = await mailCarrier();
    const delivery = await carry({
      key: deliveryKey(mail.id, mail.resends),
      from: { name: senderName(mail.senderName ?? "MedVuno LIMS"), address: env().mail.from },
      ...{ replyTo: mail.replyTo, to: mail.recipient },
      ...{ subject: mail.subject, text: mail.text, html: mail.html },
    });
    return { mail, carrier: name, delivery };
  },
  async run({ db, now }, { body: { mailId } }, tried) {
    if (tried) {
      const { mail, carrier, delivery } = tried;
      await recordTry(db, mail, { carrier, ...outcomeOf(delivery, now, mail.attempts) });
    }
    return present(await standingOf(db, mailId));
  },
});

function outcomeOf(delivery: Delivery, now: Date, attempts: number): Omit<MailOutcome, "carrier"> {
  if (delivery.ok) {
    const { providerId } = delivery;
    return { state: "sent", providerId, error: null, nextTryAt: null, sentAt: now };
  }
  const nextTryAt = delivery.isPermanent ? null : nextTry(now, attempts);
  const { error } = delivery;
  return { state: nextTryAt ? "owed" : "dead", providerId: null, error, nextTryAt, sentAt: null };
}

function present({ state, nextTryAt }: Awaited<ReturnType<typeof standingOf>>): DeliveryReport {
  return { state, nextTryAt: nextTryAt?.toISOString() ?? null };
}
