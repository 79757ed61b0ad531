import { notFound } from "@/lib/core/problem";
import type { PlatformDb } from "@/lib/infra/db";
import { leaseSeconds } from "./policy";
import type { MailState } from "./schema";

/** What decides whether a mail leaves at all. */
export type DueMail = { recipient: string; template: string; validUntil: Date | null };

const due = `id = $1 and state in ('owed', 'sending') and text is not null and html is not null
  and (next_try_at <= $2 or next_try_at is null and state = 'owed')`;

/** A mail whose time has come, held until the transaction ends. Null when it is not due, or somebody else has it. */
export async function lockDueMail(db: PlatformDb, now: Date, mailId: string): Promise<DueMail | null> {
  const [row] = await db.sql<DueMail>(
    `select recipient, template, valid_until as "validUntil" from mail where ${due} for no key update`,
    [mailId, now],
  );
  return row ?? null;
}

/** Whether the active account with this e-mail, proved to be its owner's, does not want such notices. */
export async function isMuted(db: PlatformDb, emailKey: string, notice: string): Promise<boolean> {
  const row = await db.account.findFirst({
    where: { emailKey, state: "active", emailVerifiedAt: { not: null }, mutedNotices: { has: notice } },
    select: { id: true },
  });
  return row !== null;
}

/** It is not sent, and what it said is forgotten: nobody is to read it any more. */
export async function keepBack(db: PlatformDb, id: string, state: "muted" | "expired"): Promise<void> {
  await db.mail.updateMany({ where: { id }, data: { state, nextTryAt: null, text: null, html: null } });
}

export type ClaimedMail = {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  attempts: number;
  resends: number;
  validUntil: Date | null;
  /** In whose name; null for one from before that was written down, which no laboratory owes. */
  sender: string | null;
  /** The laboratory's address, when it is the laboratory that speaks. */
  replyTo: string | null;
};

/** Takes a mail whose time has come, until the lease ends. Null when it is not due, or somebody else has it. */
export async function claimMail(db: PlatformDb, now: Date, mailId: string): Promise<ClaimedMail | null> {
  const [row] = await db.sql<ClaimedMail>(
    `with claimed as (
       update mail set state = 'sending', attempts = attempts + 1,
         next_try_at = $2::timestamptz + make_interval(secs => $3)
       where ${due}
       returning *)
     select m.id, m.recipient, m.subject, m.text, m.html, m.attempts, m.resends, m.valid_until as "validUntil",
       coalesce(m.sender, l.name) as sender,
       case when coalesce(m.sender, l.name) = l.name then l.email end as "replyTo"
     from claimed m left join laboratory l on l.id = m.laboratory_id`,
    [mailId, now, leaseSeconds],
  );
  return row ?? null;
}

export type MailOutcome = {
  state: MailState;
  carrier: string;
  providerId: string | null;
  error: string | null;
  nextTryAt: Date | null;
  sentAt: Date | null;
};

/** Writes down how a try ended. False when it took so long that somebody else has tried since. */
export async function recordTry(
  db: PlatformDb,
  { id, attempts, resends }: ClaimedMail,
  outcome: MailOutcome,
): Promise<boolean> {
  const { count } = await db.mail.updateMany({
    where: { id, attempts, resends, state: "sending" },
    data: { ...outcome, ...(outcome.state === "expired" && { text: null, html: null }) },
  });
  return count > 0;
}

/** @throws Problem "not_found" */
export async function standingOf(
  db: PlatformDb,
  mailId: string,
): Promise<{ state: MailState; nextTryAt: Date | null }> {
  const row = await db.mail.findFirst({ where: { id: mailId }, select: { state: true, nextTryAt: true } });
  if (!row) throw notFound();
  return row;
}

/** Mails whose time has come and that nobody has taken up for a while, the longest due first. */
export async function overdueMails(db: PlatformDb, before: Date, take: number): Promise<string[]> {
  const rows = await db.sql<{ id: string }>(
    `select id from mail where state in ('owed', 'sending') and coalesce(next_try_at, created_at) < $1
     order by next_try_at nulls first, id limit $2`,
    [before, take],
  );
  return rows.map(({ id }) => id);
}

/** Empties what was sent before `sentBefore`, and what was given up and written before `deadBefore`. */
export async function forgetBodies(
  db: PlatformDb,
  { sentBefore, deadBefore, take }: { sentBefore: Date; deadBefore: Date; take: number },
): Promise<number> {
  const rows = await db.sql<{ id: string }>(
    `update mail set text = null, html = null where id in (
       select id from mail where text is not null
         and (state = 'sent' and sent_at < $1 or state = 'dead' and created_at < $2)
       limit $3 for update skip locked)
     returning id`,
    [sentBefore, deadBefore, take],
  );
  return rows.length;
}
