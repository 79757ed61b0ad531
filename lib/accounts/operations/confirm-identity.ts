import "server-only";
import type { Actor } from "@/lib/core/actor";
import { invalidField } from "@/lib/core/problem";
import type { PlatformContext } from "@/lib/infra/operation";
import { giveTryBack, secondFactorsOf, spendTryOfAccount } from "../repository.second-factors";
import { renewProof, type SecondFactor } from "../repository.sessions";
import type { Confirmation } from "../schema.second-factors";
import { isOwnPassword, notYourPassword, proveOwnPassword } from "./current-password";
import { type OwnSession, ownSession } from "./own-session";
import { takeCode, takePasskey, wrongCode, wrongPasskey } from "./second-factor";
import type { Proof } from "./sign-in";
import { watchFailure } from "./suspect";

/** Hashes before the transaction what has to be hashed. */
export async function preparePassword(actor: Actor, password: string | undefined): Promise<Proof | null> {
  return password === undefined ? null : proveOwnPassword(actor, password);
}

/**
 * Proves again who is signed in (S15): the password, with a code where the account has a second factor, or a
 * passkey, which is both. Answers the session as it was, and the second factor that was given.
 */
export async function confirmPerson(
  context: PlatformContext,
  { code, passkey: proof }: Confirmation,
  password: Proof | null,
): Promise<{ own: OwnSession; second: SecondFactor | null }> {
  const { db, actor, now, about, refuse } = context;
  const own = await ownSession(db, actor);
  const accountId = own.account.id;
  about({ recordId: own.id, details: { name: actor.name } });
  if (proof) {
    const taken = await takePasskey(db, now, actor, { proof, purpose: "confirm", accountId });
    if (!taken) return refuse(wrongPasskey());
    return proven(context, own, "passkey");
  }
  if (!password || !(await isOwnPassword(context, password))) {
    await watchFailure(context, "password", accountId);
    return refuse(notYourPassword("password"));
  }
  if (!code) {
    const methods = await secondFactorsOf(db, accountId, actor.from.host);
    if (methods.length === 0) return proven(context, own, null);
    throw invalidField("code", "Your account has a second factor: give a code too, or use a passkey.");
  }
  if (!(await spendTryOfAccount(db, now, accountId)) || !(await takeCode(db, now, accountId, code))) {
    await watchFailure(context, "code", accountId);
    return refuse(wrongCode());
  }
  await giveTryBack(db, accountId);
  return proven(context, own, code.kind);
}

async function proven({ db, now }: PlatformContext, own: OwnSession, second: SecondFactor | null) {
  await renewProof(db, now, { sessionId: own.id, second: own.second ?? second });
  return { own, second };
}
