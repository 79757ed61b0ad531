import { newId } from "@/lib/core/ids";
import type { PlatformDb } from "@/lib/infra/db";
import type { KnownPasskey, MadePasskey } from "@/lib/infra/passkeys";
import type { Passkey } from "@/lib/infra/prisma/client";
import { randomToken, tokenHash } from "@/lib/infra/secrets";

/** What a question for a passkey is asked for; an answer to one counts for no other. */
export type PasskeyPurpose = "register" | "sign_in" | "second_step" | "confirm";

type Question = { purpose: PasskeyPurpose; host: string; accountId: string | null };

const challengeMinutes = 5;

/** A question that is answered once, within five minutes, on this host. */
export async function writePasskeyChallenge(db: PlatformDb, at: Date, of: Question): Promise<string> {
  const challenge = randomToken();
  const expiresAt = new Date(at.getTime() + challengeMinutes * 60_000);
  await db.passkeyChallenge.create({ data: { hash: tokenHash(challenge), ...of, expiresAt } });
  return challenge;
}

/** Spends a question, whatever becomes of the answer; false when it was not asked here, or was answered before. */
export async function spendPasskeyChallenge(
  db: PlatformDb,
  at: Date,
  of: Question & { challenge: string },
): Promise<boolean> {
  const { challenge, ...asked } = of;
  const { count } = await db.passkeyChallenge.updateMany({
    where: { hash: tokenHash(challenge), ...asked, usedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
  });
  return count > 0;
}

export async function findPasskeys(
  db: PlatformDb,
  of: { accountId: string; host?: string },
): Promise<Passkey[]> {
  return db.passkey.findMany({ where: of, orderBy: { id: "asc" } });
}

export async function findPasskeyOfHost(
  db: PlatformDb,
  of: { credentialId: string; host: string },
): Promise<Passkey | null> {
  return db.passkey.findFirst({ where: of });
}

/** False when somebody has registered this very credential already. */
export async function addPasskey(
  db: PlatformDb,
  at: Date,
  of: { accountId: string; host: string; name: string; made: MadePasskey },
): Promise<Passkey | null> {
  const { made, ...given } = of;
  if (await db.passkey.findFirst({ where: { credentialId: made.credentialId }, select: { id: true } })) {
    return null;
  }
  return db.passkey.create({
    data: {
      ...{ id: newId(), ...given, createdAt: at },
      ...{ credentialId: made.credentialId, counter: made.counter, isBackedUp: made.isBackedUp },
      ...{ publicKey: Uint8Array.from(made.publicKey), transports: [...made.transports] },
    },
  });
}

/** Writes down the new count; false when another proof of the same passkey was quicker. */
export async function countPasskeyUse(
  db: PlatformDb,
  at: Date,
  of: { passkey: Passkey; counter: bigint; isBackedUp: boolean },
): Promise<boolean> {
  const { passkey, counter, isBackedUp } = of;
  const { count } = await db.passkey.updateMany({
    where: { id: passkey.id, counter: passkey.counter },
    data: { counter, isBackedUp, lastUsedAt: at },
  });
  return count > 0;
}

type Owned = { accountId: string; id: string };

export async function renamePasskey(
  db: PlatformDb,
  { name, ...which }: Owned & { name: string },
): Promise<Passkey | null> {
  const [row] = await db.passkey.updateManyAndReturn({ where: which, data: { name } });
  return row ?? null;
}

export async function removePasskey(db: PlatformDb, which: Owned): Promise<Passkey | null> {
  const row = await db.passkey.findFirst({ where: which });
  if (row) await db.passkey.deleteMany({ where: which });
  return row;
}

export function knownPasskey({ credentialId, publicKey, counter, transports }: Passkey): KnownPasskey {
  return { credentialId, publicKey, counter, transports };
}
