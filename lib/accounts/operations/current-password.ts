import "server-only";
import type { Actor } from "@/lib/core/actor";
import { invalidField, notFound, type Problem } from "@/lib/core/problem";
import type { PlatformContext } from "@/lib/infra/operation";
import type { Account } from "@/lib/infra/prisma/client";
import { countFailure, failureKeyWithin, forgetFailures, isLockedOut } from "../repository";
import { isStillPassword } from "../repository.credentials";
import { holdRecentSignIn } from "../repository.sessions";
import { type Proof, provePassword } from "./sign-in";

/** Whether the person who is signed in knows the password that they typed. Before the transaction. */
export async function proveOwnPassword(actor: Actor, password: string): Promise<Proof> {
  if (!actor.account) throw notFound();
  return provePassword({ identifier: actor.account.publicId, password });
}

/**
 * Whether it is the password of the person who is signed in. Wrong ones count as they do at sign-in, so that a
 * session left open is no place to guess at it, and lock only this session's tries (S14): answer them with `refuse`.
 */
export async function isOwnPassword({ db, actor, now }: PlatformContext, proof: Proof): Promise<boolean> {
  const [accountId, id] = [actor.account?.id, actor.session?.id];
  if (!accountId || !id) return false;
  const key = failureKeyWithin({ id, accountId });
  const isLocked = await isLockedOut(db, key, now);
  const isSame = proof.matches && proof.accountId === accountId && !isLocked;
  const isRight =
    isSame && (await isStillPassword(db, { accountId, hash: proof.passwordHash, willWrite: true }));
  if (isRight) await forgetFailures(db, key);
  else await countFailure(db, key, now);
  return isRight;
}

/** The one answer to a password that is not the person's own. */
export function notYourPassword(field: string): Problem {
  return invalidField(
    field,
    "This is not your password. Check it; after several wrong tries wait a few minutes.",
  );
}

/**
 * Holds what changes how one signs in to a recent sign-in and to the password (S15).
 * @throws Problem "reauthentication_required" or "validation_failed"
 */
export async function holdOwnPassword(context: PlatformContext, proof: Proof): Promise<Account> {
  const { db, actor, now, refuse, about } = context;
  const account = actor.account && (await db.account.findFirst({ where: { id: actor.account.id } }));
  if (!account) throw notFound();
  await holdRecentSignIn(db, actor, now);
  about({ recordId: account.id, details: { name: actor.name } });
  return (await isOwnPassword(context, proof)) ? account : refuse(notYourPassword("currentPassword"));
}
