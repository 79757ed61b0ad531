import "server-only";
import type { Actor } from "@/lib/core/actor";
import { Problem } from "@/lib/core/problem";
import type { TypedCode } from "@/lib/core/second-factor-code";
import type { PlatformDb } from "@/lib/infra/db";
import { challengeOf, checkProof } from "@/lib/infra/passkeys";
import type { Passkey } from "@/lib/infra/prisma/client";
import { unseal } from "@/lib/infra/sealed";
import { totpStep } from "@/lib/infra/totp";
import {
  countPasskeyUse,
  findPasskeyOfHost,
  knownPasskey,
  type PasskeyPurpose,
  spendPasskeyChallenge,
} from "../repository.passkeys";
import { findTotp, spendRecoveryCode, spendTotpStep } from "../repository.second-factors";
import type { PasskeyProof } from "../schema.second-factors";

/** Whether a code is right, and spends it: none counts twice, however many send it at once. */
export async function takeCode(
  db: PlatformDb,
  at: Date,
  accountId: string,
  { kind, code }: TypedCode,
): Promise<boolean> {
  if (kind === "recovery_code") return spendRecoveryCode(db, at, { accountId, code });
  const totp = await findTotp(db, accountId);
  if (!totp?.confirmedAt) return false;
  const step = totpStep(await unseal("second-factor", totp.secretJwe), code, at);
  return step !== null && spendTotpStep(db, accountId, step);
}

/**
 * The passkey that was proved, or null. The question is spent whatever becomes of it, so answer with `refuse`.
 * @param of.accountId whom it was asked for; null where the passkey tells who comes.
 */
export async function takePasskey(
  db: PlatformDb,
  at: Date,
  { from }: Actor,
  of: { proof: PasskeyProof; purpose: PasskeyPurpose; accountId: string | null },
): Promise<Passkey | null> {
  const { proof, purpose, accountId } = of;
  const { host } = from;
  const challenge = challengeOf(proof);
  if (!challenge || !(await spendPasskeyChallenge(db, at, { challenge, purpose, host, accountId }))) {
    return null;
  }
  const passkey = await findPasskeyOfHost(db, { credentialId: proof.credentialId, host });
  if (!passkey || (accountId !== null && passkey.accountId !== accountId)) return null;
  if (proof.userHandle !== undefined && proof.userHandle !== passkey.accountId) return null;
  const checked = await checkProof(from, { challenge, proof, passkey: knownPasskey(passkey) });
  return checked && (await countPasskeyUse(db, at, { passkey, ...checked })) ? passkey : null;
}

/** The one answer to a passkey that opens nothing. */
export function wrongPasskey(): Problem {
  return new Problem(
    "unauthenticated",
    "This passkey opens nothing here. Use another, or sign in in another way.",
  );
}

/** The one answer to a code that does not count: wrong, spent, one too many, or of a sign-in that is over. */
export function wrongCode(): Problem {
  return new Problem(
    "code_invalid",
    "This code is not right, was used before, or came too late. After five wrong codes wait ten minutes.",
  );
}
