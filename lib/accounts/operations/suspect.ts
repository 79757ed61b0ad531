import "server-only";
import { suspiciousSignIn } from "@/emails/suspicious-sign-in";
import type { LaboratoryRef, Origin } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { localeOf } from "@/lib/core/locale";
import { brandFor, compose } from "@/lib/infra/mail";
import type { PlatformContext } from "@/lib/infra/operation";
import type { Account, Prisma } from "@/lib/infra/prisma/client";
import { keyed } from "@/lib/infra/secrets";
import {
  answerTo,
  failureMinutes,
  failureRules,
  type SuspicionAnswer,
  type SuspicionKind,
} from "../policy.suspicion";
import { secondFactorsOf } from "../repository.second-factors";
import { endSessions } from "../repository.sessions";
import {
  countFailedAttempts,
  countStrongSigns,
  keepFailedAttempt,
  lockAccount,
  recordSuspicion,
  wasSuspected,
} from "../repository.suspicions";
import { keepNotMe, newNotMe } from "./not-me-link";

type Watching = Pick<PlatformContext, "db" | "actor" | "now" | "mail">;

type Suspected = {
  kind: SuspicionKind;
  account: Account;
  laboratory: LaboratoryRef | null;
  /** Where it came from, where that is not where the request came to. */
  from?: Origin;
  evidence: Prisma.InputJsonObject;
};

/** Something looks like an attack on an account: it is written down, answered, and told to the owner. */
export async function suspect(context: Watching, of: Suspected): Promise<SuspicionAnswer> {
  const { db, actor, now } = context;
  const { kind, account, laboratory, from = actor.from, evidence } = of;
  const answer = answerTo({
    kind,
    account: {
      hasSecondFactor: (await secondFactorsOf(db, account.id, from.host)).length > 0,
      strongBefore: await countStrongSigns(db, now, account.id),
      isDemonstration: account.isDemonstration,
    },
  });
  if (answer === "account_locked") {
    await lockAccount(db, now, account.id, "Locked by itself after several signs of an attack.");
    await endSessions(db, now, { accountId: account.id }, "account_locked");
  }
  await recordSuspicion(db, now, { from, laboratory }, { kind, accountId: account.id, evidence, answer });
  await tell(context, { account, laboratory, from }, answer);
  return answer;
}

const whatWeDid: Record<SuspicionAnswer, string> = {
  noted: "We wrote it down.",
  notice_sent: "We let it happen, and ask you to look at it.",
  second_factor_asked: "It passed your second factor, so we let it happen.",
  sessions_ended: "A key to your session was used twice, so we ended that session.",
  account_locked:
    "It was not the first sign, so we locked your account. Ask whoever runs this installation to open it.",
};

async function tell(
  { db, now, mail }: Watching,
  { account, laboratory, from }: { account: Account; laboratory: LaboratoryRef | null; from: Origin },
  answer: SuspicionAnswer,
): Promise<void> {
  const notMe = newNotMe(from);
  const letter = await compose(
    suspiciousSignIn,
    { ...noticeOf(account, laboratory, from, now), whatWeDid: whatWeDid[answer], notMeLink: notMe.link },
    brandFor({ laboratory, from }),
  );
  await keepNotMe(db, now, notMe, { accountId: account.id, host: from.host });
  mail(letter);
}

/** What every notice of a sign-in says of where it came from. */
export function noticeOf(account: Account, laboratory: LaboratoryRef | null, from: Origin, at: Date) {
  const { email: to, firstName } = account;
  const timeZone = account.timeZone ?? laboratory?.timeZone ?? "UTC";
  const [device, host, ip] = [from.device, from.host, from.ip ?? "not known"];
  return { to, firstName, device, host, ip, at, timeZone, locale: localeOf(account.locale) };
}

/**
 * A password or a code was wrong. One says nothing; many different people failing from one address are an attack.
 * Costs the same whether or not anybody has that name (S16).
 * @param whom the account, the e-mail or the request that was tried; it is kept as a keyed hash.
 */
export async function watchFailure(
  { db, actor, now }: Pick<Watching, "db" | "actor" | "now">,
  kind: keyof typeof failureRules,
  whom: string,
): Promise<void> {
  const { ip } = actor.from;
  if (!ip) return;
  const since = new Date(now.getTime() - failureMinutes * 60_000);
  await keepFailedAttempt(db, now, { id: newId(), ip, kind, whom: keyed("sign-in", "attempt", whom) });
  const { whoms, attempts } = await countFailedAttempts(db, { ip, kind, since });
  const rule = failureRules[kind];
  if (whoms < rule.whoms || (await wasSuspected(db, { kind: rule.kind, ip, since }))) return;
  await recordSuspicion(db, now, actor, {
    kind: rule.kind,
    accountId: null,
    evidence: { people: whoms, attempts, minutes: failureMinutes },
    answer: answerTo({ kind: rule.kind, account: null }),
  });
}
