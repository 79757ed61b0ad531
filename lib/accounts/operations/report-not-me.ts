import "server-only";
import { z } from "zod";
import { accountMoved } from "@/emails/account-moved";
import { operatorNotice } from "@/emails/operator-notice";
import type { Actor } from "@/lib/core/actor";
import { localeOf } from "@/lib/core/locale";
import { Problem } from "@/lib/core/problem";
import { inPlatform, type PlatformDb } from "@/lib/infra/db";
import { originOf } from "@/lib/infra/hosts";
import { compose, type Letter, ownBrand } from "@/lib/infra/mail";
import { notAudited, openTo, operation, type PlatformContext } from "@/lib/infra/operation";
import { hashPassword } from "@/lib/infra/passwords";
import type { Account } from "@/lib/infra/prisma/client";
import { randomToken } from "@/lib/infra/secrets";
import { findPerson } from "../repository";
import { type RevokedKeys, revokeKeysSince } from "../repository.api-keys";
import { endBegunSignIns, endEverySession, forgetDevices, replacePassword } from "../repository.credentials";
import { endEmailChanges, findRecentEmailChange } from "../repository.email-changes";
import { readLink, spendLink } from "../repository.links";
import { findAddressOf } from "../repository.readers";
import { endResets } from "../repository.resets";
import { forgetFactorsSince } from "../repository.second-factors";
import { recordSuspicion } from "../repository.suspicions";
import { Token } from "../schema";
import { LinkValidity, NotMeAnswer, TokenBody } from "../schema.ways-back";
import { composeReset, keepReset, type PreparedReset } from "./reset-request";
import { belongsHere } from "./sign-in";

const linkOf = (actor: Actor, token: string) =>
  ({ token, purpose: "not_me", laboratoryId: null, host: actor.from.host }) as const;

/** Mail scanners follow links: looking changes nothing (S9). */
export const openNotMeLink = operation({
  id: "auth.openNotMeLink",
  http: "GET /auth/not-me",
  summary: "See whether a “this was not me” link is still good, without using it.",
  scope: "platform",
  permission: openTo("anyone", "The link is the proof, and nothing is told but that it is good."),
  limit: "public",
  audit: notAudited("Mail scanners follow links; using it is audited."),
  input: { query: z.strictObject({ token: Token }) },
  output: LinkValidity,
  fails: [],
  run: async ({ db, actor, now }, { query }) => ({
    valid: (await readLink(db, now, linkOf(actor, query.token))) !== null,
  }),
});

const changedLatelyMs = 7 * 24 * 3_600_000;

/**
 * "This was not me": whatever is open ends, and the password stops working. The way back goes by mail, unless the
 * account's address, or what else one signs in with, was changed lately: then nobody can tell whose mailbox it is, and
 * an operator has to look. A passkey or an app that came lately is the thief's for all we know, and outlives every
 * password: it is taken away, and since a thief of the mailbox might want just that, nobody gets in meanwhile. So do
 * laboratories' API keys that the account has made lately, and those are revoked.
 */
export const reportNotMe = operation({
  id: "auth.reportNotMe",
  http: "POST /auth/not-me",
  summary: "Say that something done with your account was not you.",
  description:
    "Works signed out. Every session and device of the account is signed out, the password stops working, and a mail to set a new one is sent. API keys that the account has made within the last seven days are revoked. If the account's e-mail address was changed, or a passkey, an authenticator app or recovery codes were added within the last seven days, it is locked instead until an operator has looked, and what was added is taken away; the address that it had a week ago is told.",
  scope: "platform",
  permission: openTo(
    "anyone",
    "The link from the notice is the proof: 256 bits, one use, one week, one host.",
  ),
  limit: "code",
  audit: "account.disowned",
  auditsRefusals: true,
  input: { body: TokenBody },
  output: NotMeAnswer,
  fails: ["code_invalid", "unavailable"],
  idempotency: "none",
  async prepare({ actor, now }, { body }) {
    const account = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
      const id = await readLink(db, now, linkOf(actor, body.token));
      return id && (await db.account.findFirst({ where: { id } }));
    });
    if (!account) throw linkInvalid();
    return {
      passwordHash: await hashPassword(randomToken()),
      reset: await composeReset({ actor, now }, account),
      letters: { operators: await noticeOf(account), owner: await lockedOf({ actor, now }, account) },
    };
  },
  async run(context, { body }, { passwordHash, reset, letters }) {
    const { db, actor, now } = context;
    const accountId = await spendLink(db, now, linkOf(actor, body.token));
    const account = accountId && (await db.account.findFirst({ where: { id: accountId } }));
    if (!account) throw linkInvalid();
    await replacePassword(db, now, account.id, passwordHash);
    const sessions = await endEverySession(db, now, { accountId: account.id }, "not_me");
    await endBegunSignIns(db, now, account.id);
    await forgetDevices(db, now, account.id);
    await endResets(db, now, account.id);
    const changesWithdrawn = await endEmailChanges(db, now, account.id, "withdrawn");

    const lately = new Date(now.getTime() - changedLatelyMs);
    const changed = await findRecentEmailChange(db, lately, account.id);
    const factorsRemoved = await forgetFactorsSince(db, account.id, lately);
    const laboratoryId = actor.laboratory?.id ?? null;
    const revoked = await revokeKeysSince(db, now, { accountId: account.id, since: lately, laboratoryId });
    const isDoubtful = changed !== null || factorsRemoved > 0;
    await recordSuspicion(db, now, actor, {
      ...{ kind: "not_me", accountId: account.id, answer: isDoubtful ? "account_locked" : "sessions_ended" },
      evidence: {
        reportedFrom: { device: actor.from.device, ip: actor.from.ip },
        sessions: sessions.map((each) => ({ ...each, createdAt: each.createdAt.toISOString() })),
        changesWithdrawn,
        ...(factorsRemoved > 0 && { factorsRemoved }),
        ...(revoked.length > 0 && { keysRevoked: revoked.flatMap(({ keys }) => keys).length }),
        ...(changed && {
          emailChanged: {
            from: changed.oldEmail,
            to: changed.newEmail,
            at: changed.endedAt?.toISOString() ?? null,
          },
        }),
      },
    });
    if (isDoubtful) {
      const to = (await findAddressOf(db, lately, account.id)) ?? account.email;
      await lock(context, account, { ...letters, owner: { ...letters.owner, to } });
    } else await mailTheWayBack(context, account, reset);
    const person = await findPerson(db, account.id, laboratoryId);
    const isOurs = laboratoryId === null || person?.member;
    const details = { sessionsEnded: sessions.length, locked: isDoubtful };
    context.about(isOurs ? { recordId: account.id, details } : { details });
    tellLaboratories(context, account, revoked);
    return { locked: isDoubtful };
  },
});

async function mailTheWayBack(context: PlatformContext, account: Account, reset: PreparedReset) {
  const { db, actor, mail } = context;
  const person = await findPerson(db, account.id, actor.laboratory?.id ?? null);
  // Who no longer belongs here asks for the mail where they do.
  if (!person || !belongsHere(actor, person)) return;
  await keepReset(context, { ...reset, emailKey: account.emailKey, accountId: account.id });
  mail({ ...reset.letter, to: account.email });
}

/** Each reads of its own keys, as what their maker did, wherever it was said. */
function tellLaboratories({ about }: PlatformContext, { id }: Account, revoked: RevokedKeys[]) {
  for (const { laboratoryId, member, keys } of revoked) {
    about({ recordId: id, details: { keysRevoked: keys }, toldAt: { laboratoryId, by: member } });
  }
}

type Letters = { operators: Letter; owner: Letter };

async function lock({ db, now, mail }: PlatformContext, account: Account, letters: Letters) {
  await db.account.updateMany({
    where: { id: account.id, state: "active" },
    data: {
      ...{
        state: "locked",
        stateReason: "Its owner said that a change of its address or of its ways in was not them.",
      },
      ...{ version: { increment: 1 }, updatedAt: now },
    },
  });
  mail(letters.owner);
  for (const { email } of await operatorsOf(db)) mail({ ...letters.operators, to: email });
}

async function operatorsOf(db: PlatformDb): Promise<{ email: string }[]> {
  return db.account.findMany({ where: { isOperator: true, state: "active" }, select: { email: true } });
}

function noticeOf({ publicId }: Account): Promise<Letter> {
  const lines = [
    `Account ${publicId}: its owner said that a change of its e-mail address or of its ways to sign in was not them.`,
    "It is locked, and everybody is signed out of it. Find out whose it is before you unlock it.",
  ];
  const told = {
    to: "",
    what: "An account was locked",
    lines,
    link: `${originOf({ kind: "root" })}/operator`,
  };
  return compose(operatorNotice, told, ownBrand());
}

/** To the owner, so that they know why they get in no more, and that somebody looks into it. */
function lockedOf({ actor, now }: { actor: Actor; now: Date }, account: Account): Promise<Letter> {
  const { email: to, firstName } = account;
  const timeZone = account.timeZone ?? actor.laboratory?.timeZone ?? "UTC";
  const root = originOf({ kind: "root" });
  const links = { signInLink: `${root}/sign-in`, resetLink: `${root}/forgot-password` };
  const told = {
    move: "lock",
    isByNotMe: true,
    at: now,
    timeZone,
    locale: localeOf(account.locale),
  } as const;
  return compose(accountMoved, { to, firstName, ...told, ...links }, ownBrand());
}

function linkInvalid(): Problem {
  return new Problem(
    "code_invalid",
    "This link is used or too old. If something is wrong with your account, ask for a new password.",
  );
}
