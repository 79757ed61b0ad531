import "server-only";
import { passwordChanged } from "@/emails/password-changed";
import type { Actor } from "@/lib/core/actor";
import { localeOf } from "@/lib/core/locale";
import { invalidFields, Problem } from "@/lib/core/problem";
import { brandFor, compose, type Letter } from "@/lib/infra/mail";
import type { PlatformContext } from "@/lib/infra/operation";
import { hashPassword } from "@/lib/infra/passwords";
import type { Account } from "@/lib/infra/prisma/client";
import { type PasswordOwner, passwordFaults } from "../policy";
import { findPerson, forgetAllFailures } from "../repository";
import {
  endBegunSignIns,
  endEverySession,
  forgetDevices,
  replacePassword,
  strictestPasswordLength,
} from "../repository.credentials";
import { endEmailChanges } from "../repository.email-changes";
import { endResets, type OpenReset } from "../repository.resets";
import { keepNotMe, type NotMe, newNotMe } from "./not-me-link";
import { belongsHere } from "./sign-in";

/** A new password with the notice that it was set, made before the transaction. */
export type PreparedPassword = { passwordHash: string; letter: Letter; notMe: NotMe };

type Noticed = { email: string; firstName: string; timeZone: string | null; locale: string };

/** Hashes a new password and writes the notice: the same work for whoever asks (S16). */
export async function preparePassword(
  { actor, now }: { actor: Actor; now: Date },
  password: string,
  person: Noticed | null,
): Promise<PreparedPassword> {
  // What is wrong with it for everybody is told to everybody.
  await holdGoodPassword(password, { email: "", names: [] });
  const notMe = newNotMe(actor.from);
  const { firstName = "", timeZone = null, email = "" } = person ?? {};
  const letter = await compose(
    passwordChanged,
    {
      ...{ to: email, firstName, at: now, device: actor.from.device, notMeLink: notMe.link },
      timeZone: timeZone ?? actor.laboratory?.timeZone ?? "UTC",
      locale: localeOf(person?.locale),
    },
    brandFor(actor),
  );
  return { passwordHash: await hashPassword(password), letter, notMe };
}

async function holdGoodPassword(password: string, owner: PasswordOwner): Promise<void> {
  const faults = await passwordFaults(password, owner);
  if (faults.length > 0) throw invalidFields({ newPassword: faults });
}

/** Holds a new password to whose it is, and to the strictest of their laboratories. */
export async function holdOwnersPassword(
  { db, actor }: Pick<PlatformContext, "db" | "actor">,
  account: Account,
  password: string,
): Promise<void> {
  const { laboratory } = actor;
  await holdGoodPassword(password, {
    email: account.email,
    names: [account.firstName, account.lastName, account.username ?? ""],
    ...(laboratory && { laboratory: `${laboratory.name} ${laboratory.slug}` }),
    lengthMin: await strictestPasswordLength(db, account.id),
  });
}

/**
 * Sets the new password and ends whatever was opened with the old one: sessions with their tokens, devices, begun
 * sign-ins, other requests. The second factor stays, nobody is signed in, and the owner is told (S9).
 * @throws Problem "validation_failed" for a password that is weak for this person: then nothing was spent.
 */
export async function finishReset(
  context: PlatformContext,
  reset: OpenReset | null,
  password: string,
  { passwordHash, letter, notMe }: PreparedPassword,
): Promise<undefined> {
  const { db, actor, now, about, mail, refuse } = context;
  const laboratoryId = actor.laboratory?.id ?? null;
  const person =
    reset && reset.laboratoryId === laboratoryId && (await findPerson(db, reset.accountId, laboratoryId));
  // A request that was under way when the account left its address was mailed to somebody else.
  const isTheirs = person && reset?.emailKey === person.account.emailKey;
  if (!person || !isTheirs || !belongsHere(actor, person)) {
    about({});
    return refuse(resetInvalid());
  }
  const { account, member } = person;
  await holdOwnersPassword(context, account, password);
  await replacePassword(db, now, account.id, passwordHash);
  const ended = await endEverySession(db, now, { accountId: account.id }, "password_reset");
  await endBegunSignIns(db, now, account.id);
  await forgetDevices(db, now, account.id);
  await endResets(db, now, account.id);
  await endEmailChanges(db, now, account.id, "withdrawn");
  await forgetAllFailures(db, account.id, now);
  await keepNotMe(db, now, notMe, { accountId: account.id, host: actor.from.host });
  mail({ ...letter, to: account.email });
  about({
    recordId: account.id,
    details: { name: member?.name ?? account.publicId, sessionsEnded: ended.length },
  });
  return undefined;
}

export function resetInvalid(): Problem {
  return new Problem(
    "code_invalid",
    "This link or code is wrong, used, or too old. Check it, or ask for a new one.",
  );
}
