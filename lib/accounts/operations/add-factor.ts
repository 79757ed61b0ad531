import "server-only";
import { Problem } from "@/lib/core/problem";
import { spellRecoveryCode } from "@/lib/core/second-factor-code";
import type { PlatformContext } from "@/lib/infra/operation";
import { unseal } from "@/lib/infra/sealed";
import { randomRecoveryCode } from "@/lib/infra/secrets";
import { totpStep } from "@/lib/infra/totp";
import { findPerson } from "../repository";
import { endBegunSignIns } from "../repository.credentials";
import {
  confirmTotp,
  countRecoveryCodes,
  findTotp,
  replaceRecoveryCodes,
} from "../repository.second-factors";
import { endSessionsBut, holdRecentSignIn, renewProof, type SecondFactor } from "../repository.sessions";
import { type OwnSession, ownSession } from "./own-session";
import { wrongCode } from "./second-factor";
import { owe, type SecurityNotice } from "./security-notice";
import { openBrowserWay } from "./sign-in";

/** Confirms the app that waits with its first code, and makes it count. */
export async function addTotp(context: PlatformContext, code: string, notice: SecurityNotice | null) {
  const { db, actor, now } = context;
  const own = await ownSession(db, actor);
  await holdRecentSignIn(db, actor, now);
  const accountId = own.account.id;
  const totp = await findTotp(db, accountId);
  if (!totp || totp.confirmedAt) {
    throw new Problem("illegal_move", "No authenticator app waits for its first code. Begin with a new one.");
  }
  const { secretJwe } = totp;
  const step = totpStep(await unseal("second-factor", secretJwe), code, now);
  const isConfirmed = step !== null && (await confirmTotp(db, now, { accountId, secretJwe, step }));
  if (!isConfirmed) throw wrongCode();
  return settle(context, own, "totp", notice);
}

/**
 * What follows from any new factor: sessions and sign-ins that began without it end, its owner is told, and with
 * the first one come recovery codes.
 */
export async function settle(
  context: PlatformContext,
  own: OwnSession,
  method: SecondFactor,
  notice: SecurityNotice | null,
): Promise<{ own: OwnSession; method: SecondFactor; recoveryCodes: string[] | null }> {
  const { db, now, about } = context;
  const accountId = own.account.id;
  await endSessionsBut(db, now, { accountId, sessionId: own.id });
  await endBegunSignIns(db, now, accountId);
  await renewProof(db, now, { sessionId: own.id, second: own.second ?? method });
  await owe(context, notice);
  about({ recordId: accountId, details: { name: context.actor.name, factor: method } });
  const hasCodes = (await countRecoveryCodes(db, accountId)) > 0;
  return { own, method, recoveryCodes: hasCodes ? null : await newRecoveryCodes(context, accountId) };
}

/** Ten new codes, spelt for people; the old ones are dead. */
export async function newRecoveryCodes(
  { db, now }: Pick<PlatformContext, "db" | "now">,
  accountId: string,
): Promise<string[]> {
  const codes = Array.from({ length: 10 }, randomRecoveryCode);
  await replaceRecoveryCodes(db, now, { accountId, codes });
  return codes.map(spellRecoveryCode);
}

/** In a browser the session that has proved more is another one (S12): the ticket that opens it. */
export async function beginAnew(
  context: PlatformContext,
  own: OwnSession,
  second: SecondFactor,
): Promise<string> {
  const { db, actor } = context;
  const person = await findPerson(db, own.account.id, actor.laboratory?.id ?? null);
  if (!person) throw new Problem("session_ended", "Your session has ended. Sign in again.");
  const { laboratory } = actor;
  const proved = { first: own.first, second: own.second ?? second };
  return (await openBrowserWay(context, { ...person, laboratory, proved })).ticket;
}
