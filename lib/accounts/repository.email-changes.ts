import type { Origin } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { enterLaboratory, type PlatformDb } from "@/lib/infra/db";
import type { Account, EmailChange } from "@/lib/infra/prisma/client";
import { tokenHash } from "@/lib/infra/secrets";
import { takeTurn } from "./repository.turns";

const linkHours = 24;

export function emailChangeEnd(at: Date): Date {
  return new Date(at.getTime() + linkHours * 3_600_000);
}

/** The two mailboxes that a change of address is confirmed from. */
export type Side = "old" | "new";

/** Keeps a change that is asked for; the one before it ends (S9). */
export async function openEmailChange(
  db: PlatformDb,
  at: Date,
  of: {
    account: Pick<Account, "id" | "email">;
    from: Origin;
    newEmail: string;
    newEmailKey: string;
    tokens: Record<Side, string>;
  },
): Promise<EmailChange> {
  await endEmailChanges(db, at, of.account.id, "superseded");
  const { newEmail, newEmailKey } = of;
  const { host, ip, device } = of.from;
  return db.emailChange.create({
    data: {
      ...{ id: newId(), accountId: of.account.id, host, ip, device },
      ...{ oldEmail: of.account.email, newEmail, newEmailKey },
      oldTokenHash: tokenHash(of.tokens.old),
      newTokenHash: tokenHash(of.tokens.new),
      createdAt: at,
      expiresAt: emailChangeEnd(at),
    },
  });
}

export type FollowedChange = { change: EmailChange; side: Side };

/** The change behind a link, and whose mailbox the link went to; null when it is not good here. */
export async function readEmailChange(
  db: PlatformDb,
  at: Date,
  of: { token: string; host: string },
): Promise<FollowedChange | null> {
  const hash = tokenHash(of.token);
  const change = await db.emailChange.findFirst({
    where: {
      OR: [{ oldTokenHash: hash }, { newTokenHash: hash }],
      host: of.host,
      endedAt: null,
      expiresAt: { gt: at },
    },
  });
  return change && { change, side: change.oldTokenHash === hash ? "old" : "new" };
}

/** As reading, and held until the transaction ends: what follows takes turns. */
export async function holdEmailChange(
  db: PlatformDb,
  at: Date,
  of: { token: string; host: string },
): Promise<FollowedChange | null> {
  await db.sql("select from email_change where old_token_hash = $1 or new_token_hash = $1 for update", [
    tokenHash(of.token),
  ]);
  return readEmailChange(db, at, of);
}

/** The account's change that waits for its confirmations. */
export async function findOpenEmailChange(
  db: PlatformDb,
  at: Date,
  accountId: string,
): Promise<EmailChange | null> {
  return db.emailChange.findFirst({ where: { accountId, endedAt: null, expiresAt: { gt: at } } });
}

export async function confirmSide(db: PlatformDb, at: Date, { change, side }: FollowedChange): Promise<void> {
  const data = side === "old" ? { oldConfirmedAt: at } : { newConfirmedAt: at };
  await db.emailChange.update({ where: { id: change.id }, data });
}

export async function endEmailChange(
  db: PlatformDb,
  at: Date,
  id: string,
  endedBy: "done" | "withdrawn" | "taken",
): Promise<void> {
  await db.emailChange.updateMany({ where: { id, endedAt: null }, data: { endedAt: at, endedBy } });
}

/** Ends whatever change of an account still waits. Answers how many. */
export async function endEmailChanges(
  db: PlatformDb,
  at: Date,
  accountId: string,
  endedBy: "superseded" | "withdrawn",
): Promise<number> {
  const { count } = await db.emailChange.updateMany({
    where: { accountId, endedAt: null },
    data: { endedAt: at, endedBy },
  });
  return count;
}

/**
 * A change that came true since then: until lately the account had another address. None where an operator has
 * given an earlier one back after it: then somebody has looked whose it is.
 */
export async function findRecentEmailChange(
  db: PlatformDb,
  since: Date,
  accountId: string,
): Promise<EmailChange | null> {
  const last = await db.emailChange.findFirst({
    where: { accountId, endedBy: { in: ["done", "restored"] }, endedAt: { gt: since } },
    orderBy: [{ endedAt: "desc" }, { id: "desc" }],
  });
  return last?.endedBy === "done" ? last : null;
}

/**
 * Gives the account its new address, here and in the lists of its laboratories.
 * @returns false when somebody else has the address by now, or the account another than it had.
 */
export async function putEmail(
  db: PlatformDb,
  at: Date,
  { change, laboratoryId }: { change: EmailChange; laboratoryId: string | null },
): Promise<boolean> {
  const { accountId, oldEmail, newEmail, newEmailKey } = change;
  await takeTurn(db, "email-address", newEmailKey);
  const owner = await db.account.findFirst({ where: { emailKey: newEmailKey }, select: { id: true } });
  if (owner && owner.id !== accountId) return false;
  const { count } = await db.account.updateMany({
    where: { id: accountId, state: "active", email: oldEmail },
    data: {
      ...{ email: newEmail, emailKey: newEmailKey, emailVerifiedAt: at, updatedAt: at },
      version: { increment: 1 },
    },
  });
  if (count === 0) return false;
  await putMemberEmails(db, at, { accountId, email: newEmail, laboratoryId });
  return true;
}

/** Writes an account's address into the lists of its laboratories. */
export async function putMemberEmails(
  db: PlatformDb,
  at: Date,
  of: { accountId: string; email: string; laboratoryId: string | null },
): Promise<void> {
  const { accountId, email, laboratoryId } = of;
  await db.sql("select set_config('app.account_id', $1, true)", [accountId]);
  const memberships = await db.member.findMany({ where: { accountId }, select: { laboratoryId: true } });
  for (const membership of memberships) {
    // A laboratory's rows are written in that laboratory.
    await enterLaboratory(membership.laboratoryId, accountId);
    await db.member.updateMany({
      where: { laboratoryId: membership.laboratoryId, accountId },
      data: { email, version: { increment: 1 }, updatedAt: at },
    });
  }
  await db.sql("select set_config('app.laboratory_id', $1, true)", [laboratoryId ?? ""]);
}
