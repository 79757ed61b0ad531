import type { Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { wonRace } from "@/lib/core/version";
import type { PlatformDb } from "@/lib/infra/db";
import type { Account, EmailChange } from "@/lib/infra/prisma/client";
import { randomToken, tokenHash } from "@/lib/infra/secrets";
import { emailKey } from "./policy";
import { putMemberEmails } from "./repository.email-changes";
import { takeTurn } from "./repository.turns";

const keptDays = 90;
const newest = 50;

/** Changes of address that came true, by the owner or by an operator, as long as they are kept. */
function cameTrue(at: Date, accountId: string) {
  const since = new Date(at.getTime() - keptDays * 24 * 3_600_000);
  return { accountId, endedBy: { in: ["done", "restored"] }, createdAt: { gt: since } };
}

/** What addresses an account has had in the last 90 days, the latest change first. */
export async function addressChangesOf(db: PlatformDb, at: Date, accountId: string): Promise<EmailChange[]> {
  return db.emailChange.findMany({
    where: cameTrue(at, accountId),
    orderBy: [{ endedAt: "desc" }, { id: "desc" }],
    take: newest,
  });
}

export async function findAddressChange(
  db: PlatformDb,
  at: Date,
  of: { accountId: string; id: string },
): Promise<EmailChange | null> {
  return db.emailChange.findFirst({ where: { ...cameTrue(at, of.accountId), id: of.id } });
}

/**
 * Gives an account an earlier address back, proved as it was, here and in the lists of its laboratories; one that is
 * locked is open again. Kept as a change of its own, that no link has to do with: it can be undone the same way.
 * @returns false when somebody else has the address by now.
 * @throws Problem "conflict" when somebody else changed the account at the same moment.
 */
export async function putEmailBack(
  db: PlatformDb,
  at: Date,
  of: { account: Pick<Account, "id" | "version" | "email" | "state">; email: string; by: Actor },
): Promise<boolean> {
  const { account, email, by } = of;
  const key = emailKey(email) ?? "";
  await takeTurn(db, "email-address", key);
  const owner = await db.account.findFirst({ where: { emailKey: key }, select: { id: true } });
  if (owner && owner.id !== account.id) return false;
  const { count } = await db.account.updateMany({
    where: { id: account.id, version: account.version },
    data: {
      ...{ email, emailKey: key, emailVerifiedAt: at, version: { increment: 1 }, updatedAt: at },
      ...(account.state === "locked" && { state: "active", stateReason: null }),
    },
  });
  wonRace(count);
  await db.emailChange.create({
    data: {
      ...{ id: newId(), accountId: account.id, host: by.from.host },
      ...{ oldEmail: account.email, newEmail: email, newEmailKey: key },
      // Nobody knows what these are the hashes of.
      ...{ oldTokenHash: tokenHash(randomToken()), newTokenHash: tokenHash(randomToken()) },
      ...{ createdAt: at, expiresAt: at, endedAt: at, endedBy: "restored" },
    },
  });
  await putMemberEmails(db, at, {
    ...{ accountId: account.id, email },
    laboratoryId: by.laboratory?.id ?? null,
  });
  return true;
}

/** Whatever was mailed to addresses to sign in with, or to set a password with, is good for nothing any more. */
export async function endMailedWaysIn(db: PlatformDb, at: Date, emails: readonly string[]): Promise<void> {
  const open = { emailKey: { in: emails.map((email) => emailKey(email) ?? "") } };
  await db.emailCode.updateMany({ where: { ...open, usedAt: null }, data: { usedAt: at } });
  await db.passwordReset.updateMany({
    where: { ...open, endedAt: null },
    data: { endedAt: at, endedBy: "superseded" },
  });
}
