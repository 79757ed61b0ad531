import "server-only";
import { passwordReset } from "@/emails/password-reset";
import type { Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { houseLocale, localeOf } from "@/lib/core/locale";
import { inPlatform } from "@/lib/infra/db";
import { brandFor, compose, type Letter } from "@/lib/infra/mail";
import type { PlatformContext } from "@/lib/infra/operation";
import { randomCode, randomToken } from "@/lib/infra/secrets";
import { emailKey } from "../policy";
import { findAccountByEmail, findPerson } from "../repository";
import { openReset, resetEnds } from "../repository.resets";
import { belongsHere } from "./sign-in";

/** A mail that is ready to be owed, with what its link and its code are known by. */
export type PreparedReset = { id: string; token: string; code: string; email: string; letter: Letter };

type Preparing = { actor: Actor; now: Date };

/** Writes the mail with link and code, whether or not anybody has this address: the work is the same (S16). */
export async function prepareReset({ actor, now }: Preparing, email: string): Promise<PreparedReset> {
  const key = emailKey(email) ?? "";
  const nobody = { laboratoryId: null, accountId: null };
  const account = await inPlatform(nobody, (db) => findAccountByEmail(db, key));
  return composeReset(
    { actor, now },
    account ?? { email, firstName: "", timeZone: null, locale: houseLocale },
  );
}

/** Writes the mail with link and code to somebody who is known. */
export async function composeReset(
  { actor, now }: Preparing,
  person: { email: string; firstName: string; timeZone: string | null; locale: string },
): Promise<PreparedReset> {
  const [id, token, code] = [newId(), randomToken(), randomCode()];
  const letter = await compose(
    passwordReset,
    {
      ...{ to: person.email, firstName: person.firstName, code, ...resetEnds(now) },
      link: `${actor.from.origin}/reset-password/${id}/${token}`,
      timeZone: person.timeZone ?? actor.laboratory?.timeZone ?? "UTC",
      locale: localeOf(person.locale),
    },
    brandFor(actor),
  );
  return { id, token, code, email: person.email, letter };
}

/**
 * Keeps a request for a new password and owes its mail, to who may sign in at this address: on a laboratory's to
 * its members, elsewhere to everybody. For all others a row is kept that nothing opens, and no mail is owed.
 */
export async function requestReset(
  context: PlatformContext,
  email: string,
  prepared: PreparedReset,
): Promise<void> {
  const { db, actor, about } = context;
  const key = emailKey(email) ?? "";
  const account = await findAccountByEmail(db, key);
  const laboratoryId = actor.laboratory?.id ?? null;
  const person = await findPerson(db, account?.id ?? newId(), laboratoryId);
  const belongs = person && belongsHere(actor, person) ? person : null;
  await keepReset(context, { ...prepared, emailKey: key, accountId: belongs?.account.id ?? null });
  // A laboratory reads of its own people only; that a stranger has an account elsewhere is not its business.
  about(belongs ? { recordId: belongs.account.id, details: { name: belongs.member?.name } } : {});
  context.mailOrNothing(prepared.letter, belongs !== null);
}

export async function keepReset(
  { db, actor, now }: PlatformContext,
  of: Omit<PreparedReset, "letter"> & { emailKey: string; accountId: string | null },
): Promise<void> {
  const { host, ip, device } = actor.from;
  const { id, token, code, email, emailKey, accountId } = of;
  const laboratoryId = actor.laboratory?.id ?? null;
  const given = { id, token, code, email, emailKey, accountId };
  await openReset(db, now, { ...given, host, laboratoryId, ip, device });
}
