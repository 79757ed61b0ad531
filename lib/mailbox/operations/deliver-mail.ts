import "server-only";
import { emailKey } from "@/lib/accounts/policy";
import { inPlatform, type PlatformDb } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { type Delivery, mailCarrier } from "@/lib/infra/mail-carriers";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { deliveryKey, nextTry, noticeOf, ownName, senderName, withoutRecipient } from "../policy";
import {
  type ClaimedMail,
  claimMail,
  type DueMail,
  isMuted,
  keepBack,
  lockDueMail,
  type MailOutcome,
  recordTry,
  standingOf,
} from "../repository.delivery";
import { type DeliveryReport, MailRef, DeliveryReport as Report } from "../schema";

/** A mail that was handed over, and what its carrier said. */
type Tried = { mail: ClaimedMail; carrier: string; delivery: Delivery } | null;

/**
 * One try. What ran out or is not wanted is kept back at this moment, in the platform's role: the laboratory that
 * owed it reads no accounts, and learns of none. Anything else is claimed in a transaction of its own, carried outside of any, and recorded in the operation's: a
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
    const mail = await inPlatform({ laboratoryId: null, accountId: null }, (db) => claim(db, now, mailId));
    if (!mail) return null;
    const { carry, name } = await mailCarrier();
    const delivery = await carry({
      key: deliveryKey(mail.id, mail.resends),
      from: { name: senderName(mail.sender ?? ownName), address: env().mail.from },
      ...{ replyTo: mail.replyTo, to: mail.recipient },
      ...{ subject: mail.subject, text: mail.text, html: mail.html },
    });
    return { mail, carrier: name, delivery };
  },
  async run({ db, now }, { body: { mailId } }, tried) {
    if (tried) {
      const { mail, carrier, delivery } = tried;
      await recordTry(db, mail, { carrier, ...outcomeOf(delivery, now, mail) });
    }
    return present(await standingOf(db, mailId));
  },
});

async function claim(db: PlatformDb, now: Date, mailId: string): Promise<ClaimedMail | null> {
  const due = await lockDueMail(db, now, mailId);
  if (!due) return null;
  const end = await whyNot(db, now, due);
  if (!end) return claimMail(db, now, mailId);
  await keepBack(db, mailId, end);
  return null;
}

async function whyNot(
  db: PlatformDb,
  now: Date,
  { recipient, template, validUntil }: DueMail,
): Promise<"expired" | "muted" | null> {
  if (validUntil && validUntil <= now) return "expired";
  const [notice, key] = [noticeOf(template), emailKey(recipient)];
  return notice && key && (await isMuted(db, key, notice)) ? "muted" : null;
}

function outcomeOf(
  delivery: Delivery,
  now: Date,
  { recipient, attempts, validUntil }: ClaimedMail,
): Omit<MailOutcome, "carrier"> {
  if (delivery.ok) {
    const { providerId } = delivery;
    return { state: "sent", providerId, error: null, nextTryAt: null, sentAt: now };
  }
  const nextTryAt = delivery.isPermanent ? null : nextTry(now, attempts);
  const error = withoutRecipient(delivery.error, recipient);
  if (nextTryAt && validUntil && validUntil <= nextTryAt) {
    return { state: "expired", providerId: null, error, nextTryAt: null, sentAt: null };
  }
  return { state: nextTryAt ? "owed" : "dead", providerId: null, error, nextTryAt, sentAt: null };
}

function present({ state, nextTryAt }: Awaited<ReturnType<typeof standingOf>>): DeliveryReport {
  return { state, nextTryAt: nextTryAt?.toISOString() ?? null };
}
