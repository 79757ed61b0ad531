import type { PlatformDb } from "@/lib/infra/db";
import type { SessionDoor } from "@/lib/infra/prisma/client";
import { randomToken, tokenHash } from "@/lib/infra/secrets";
import type { Proved, SecondFactor } from "./repository.sessions";

/**
 * What an account can answer the question for a second factor with, at one host; empty when it has none at all.
 * A passkey answers on its own host only, so somebody who has one elsewhere answers here with a recovery code.
 */
export async function secondFactorsOf(
  db: PlatformDb,
  accountId: string,
  host: string,
): Promise<SecondFactor[]> {
  const [row] = await db.sql<{ totp: boolean; here: boolean; passkey: boolean; codes: boolean }>(
    `select exists (select from totp where account_id = $1 and confirmed_at is not null) as totp,
       exists (select from passkey where account_id = $1 and host = $2) as here,
       exists (select from passkey where account_id = $1) as passkey,
       exists (select from recovery_code where account_id = $1 and used_at is null) as codes`,
    [accountId, host],
  );
  if (!row || !(row.totp || row.passkey)) return [];
  const methods: [SecondFactor, boolean][] = [
    ["totp", row.totp],
    ["passkey", row.here],
    ["recovery_code", row.codes || !row.totp],
  ];
  return methods.filter(([, has]) => has).map(([method]) => method);
}

const challengeMinutes = 10;

/** Remembers a sign-in whose first factor was right. Answers the token that names it. */
export async function writeChallenge(
  db: PlatformDb,
  at: Date,
  of: {
    accountId: string;
    laboratoryId: string | null;
    host: string;
    door: SessionDoor;
    firstFactor: Proved["first"];
  },
): Promise<string> {
  const token = randomToken();
  const expiresAt = new Date(at.getTime() + challengeMinutes * 60_000);
  await db.signInChallenge.create({ data: { hash: tokenHash(token), ...of, createdAt: at, expiresAt } });
  return token;
}
