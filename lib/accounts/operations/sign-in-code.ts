import "server-only";
import { signInCode } from "@/emails/sign-in-code";
import type { Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { localeOf } from "@/lib/core/locale";
import { Problem } from "@/lib/core/problem";
import { inPlatform } from "@/lib/infra/db";
import { brandFor, compose, type Letter } from "@/lib/infra/mail";
import type { PlatformContext } from "@/lib/infra/operation";
import { randomCode } from "@/lib/infra/secrets";
import { emailKey } from "../policy";
import { findAccountByEmail, findPerson, verifyEmail } from "../repository";
import { codeEnd, openCode, spendCode } from "../repository.codes";
import { mailOnItsWay } from "../schema";
import { belongsHere, type Entrant } from "./sign-in";
import { watchFailure } from "./suspect";

export type PreparedCode = { code: string; letter: Letter };

/** Writes the mail with the code, whether or not anybody has this address: the work is the same (S16). */
export async function prepareCode(
  { actor, now }: { actor: Actor; now: Date },
  email: string,
): Promise<PreparedCode> {
  const nobody = { laboratoryId: null, accountId: null };
  const account = await inPlatform(nobody, (db) => findAccountByEmail(db, emailKey(email) ?? ""));
  const code = randomCode();
  const timeZone = account?.timeZone ?? actor.laboratory?.timeZone ?? "UTC";
  const locale = localeOf(account?.locale);
  const told = { to: account?.email ?? email, code, expiresAt: codeEnd(now), timeZone, locale };
  return {
    code,
    letter: await compose(signInCode, { ...told, device: actor.from.device }, brandFor(actor)),
  };
}

/** Owes the code to who may sign in here by mail. For everybody else a code is kept that nobody knows (S16). */
export async function requestCode(
  context: PlatformContext,
  email: string,
  { code, letter }: PreparedCode,
): Promise<typeof mailOnItsWay> {
  const { db, actor, now, about } = context;
  const key = emailKey(email) ?? "";
  const laboratoryId = actor.laboratory?.id ?? null;
  const account = await findAccountByEmail(db, key);
  const person = await findPerson(db, account?.id ?? newId(), laboratoryId);
  const belongs = person && belongsHere(actor, person) && allowsCode(actor) ? person : null;
  const { host } = actor.from;
  await openCode(db, now, {
    ...{ host, emailKey: key, laboratoryId, code, accountId: belongs?.account.id ?? null },
  });
  // A laboratory reads of its own people only; that a stranger has an account elsewhere is not its business.
  about(belongs ? { recordId: belongs.account.id, details: { name: belongs.member?.name } } : {});
  context.mailOrNothing(letter, belongs !== null);
  return mailOnItsWay;
}

/** Whether people may sign in here with a code from their mail. */
export function allowsCode({ laboratory }: Pick<Actor, "laboratory">): boolean {
  return laboratory?.allowsEmailCode ?? true;
}

/** Takes the code. It is a first factor: whoever has a second one is asked for it. */
export async function admitByCode(
  context: PlatformContext,
  { email, code }: { email: string; code: string },
): Promise<Entrant> {
  const { db, actor, now, about, refuse } = context;
  const { laboratory, from } = actor;
  const key = emailKey(email) ?? "";
  const used = await spendCode(db, now, { host: from.host, emailKey: key, code });
  const person = await findPerson(db, used?.accountId ?? newId(), laboratory?.id ?? null);
  // A code that was under way when the account left its address was mailed to somebody else.
  const isTheirs = person?.account.emailKey === key;
  if (!used || !person || !isTheirs || !belongsHere(actor, person) || !allowsCode(actor)) {
    about({ details: { with: "email_code" } });
    await watchFailure(context, "code", emailKey(email) ?? email);
    return refuse(
      new Problem("code_invalid", "This code is wrong or no longer good. Check it, or ask for a new one."),
    );
  }
  const account = await verifyEmail(db, now, person.account);
  const name = person.member?.name ?? account.publicId;
  about({ recordId: account.id, details: { name, with: "email_code" } });
  return { account, member: person.member, laboratory, proved: { first: "email_code" } };
}
