import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { PlatformContext } from "@/lib/infra/operation";
import type { SessionDoor } from "@/lib/infra/prisma/client";
import { findPerson } from "../repository";
import { findOwnerOfSignIn } from "../repository.readers";
import {
  closeSignIn,
  giveTryBack,
  holdSignIn,
  spendTryOfSignIn,
  type WaitingSignIn,
} from "../repository.second-factors";
import type { SecondFactor } from "../repository.sessions";
import type { SecondStep } from "../schema.second-factors";
import { takeCode, takePasskey, wrongCode } from "./second-factor";
import { owe, type SecurityNotice, writeSecurityNotice } from "./security-notice";
import { belongsHere, type Entrant } from "./sign-in";
import { watchFailure } from "./suspect";

/** Who loses their last way back should hear of each code that is spent. */
export async function noticeOfRecovery(
  context: { actor: Actor; now: Date },
  { mfaToken, code }: SecondStep,
): Promise<SecurityNotice | null> {
  if (code?.kind !== "recovery_code") return null;
  const owner = await findOwnerOfSignIn(mfaToken);
  return writeSecurityNotice(
    context,
    owner ?? undefined,
    "A recovery code of your account was used to sign in.",
  );
}

/**
 * The second half of a sign-in: of this host, at this door, once. Whatever is wrong has one answer, and each
 * wrong code is in the trail as a sign-in that was refused.
 */
export async function takeSecondStep(
  context: PlatformContext,
  door: SessionDoor,
  step: SecondStep,
  notice: SecurityNotice | null,
): Promise<Entrant> {
  const { db, actor, now, about, refuse } = context;
  const named = { token: step.mfaToken, host: actor.from.host, door };
  const waiting = step.code ? await spendTryOfSignIn(db, now, named) : await holdSignIn(db, now, named);
  const laboratoryId = actor.laboratory?.id ?? null;
  if (!waiting || waiting.laboratoryId !== laboratoryId) {
    await watchFailure(context, "code", step.mfaToken);
    return refuse(wrongCode());
  }
  const person = await findPerson(db, waiting.accountId, laboratoryId);
  const name = person?.member?.name ?? person?.account.publicId;
  const second = await proved(context, waiting, step);
  about({
    recordId: waiting.accountId,
    details: { name, step: "second", ...(second && { factor: second }) },
  });
  if (!second || !person || !belongsHere(actor, person)) {
    await watchFailure(context, "code", waiting.accountId);
    return refuse(wrongCode());
  }
  if (step.code) await giveTryBack(db, waiting.accountId);
  await closeSignIn(db, now, step.mfaToken);
  if (second === "recovery_code") await owe(context, notice);
  return { ...person, laboratory: actor.laboratory, proved: { first: waiting.first, second } };
}

async function proved(
  { db, actor, now }: PlatformContext,
  { accountId }: WaitingSignIn,
  { code, passkey: proof }: SecondStep,
): Promise<SecondFactor | null> {
  if (code) return (await takeCode(db, now, accountId, code)) ? code.kind : null;
  const taken = proof && (await takePasskey(db, now, actor, { proof, purpose: "second_step", accountId }));
  return taken ? "passkey" : null;
}
