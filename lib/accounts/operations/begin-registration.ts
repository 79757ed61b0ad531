import "server-only";
import { alreadyRegistered } from "@/emails/already-registered";
import { verifyEmail } from "@/emails/verify-email";
import type { Actor } from "@/lib/core/actor";
import { localDateToday } from "@/lib/core/dates";
import { newId } from "@/lib/core/ids";
import { type FieldErrors, invalidFields, Problem } from "@/lib/core/problem";
import { originOf } from "@/lib/infra/hosts";
import { brandFor, compose, type Letter } from "@/lib/infra/mail";
import type { PlatformContext } from "@/lib/infra/operation";
import { hashPassword, verifyPassword } from "@/lib/infra/passwords";
import type { Prisma } from "@/lib/infra/prisma/client";
import { randomCode, randomToken } from "@/lib/infra/secrets";
import { emailKey, passwordFaults } from "../policy";
import { findAccountByEmail } from "../repository";
import {
  findRival,
  findRivalIn,
  openRegistration,
  type Rival,
  registrationEnd,
} from "../repository.registrations";
import { takeTurn } from "../repository.turns";

/** Whoever registers, as they told it. */
type Newcomer = {
  email: string;
  password: string;
  firstName: string;
  lastName: string;
  username?: string | undefined;
  birthDate?: string | undefined;
};

/** What is made before the transaction: it takes as long whether or not the address is known (S16). */
export type Beginning = {
  id: string;
  code: string;
  link: string;
  expiresAt: Date;
  passwordHash: string;
  /** The registration that this one ends, and whether it has the same password. */
  rival: { id: string | null; matches: boolean };
  letters: MailedEitherWay;
  faults: FieldErrors;
};

/** Both letters are written whichever is sent. */
export type MailedEitherWay = { confirm: Letter; known: Letter };

/**
 * People register where no laboratory is between them and their account.
 * @throws Problem "not_found" at a laboratory's address, saying where else.
 */
export function holdRegistrationPlace({ laboratory }: Actor, what: string): void {
  if (!laboratory) return;
  throw new Problem(
    "not_found",
    `${what} register at ${originOf({ kind: "learn" })}/register, not at a laboratory's own address.`,
  );
}

export async function composeConfirmation(
  actor: Actor,
  of: { to: string; firstName: string; code: string; link: string; expiresAt: Date },
): Promise<MailedEitherWay> {
  const { origin, host } = actor.from;
  const brand = brandFor(actor);
  const link = `${origin}/verify-email?token=${of.link}`;
  const known = { signInLink: `${origin}/sign-in`, resetLink: `${origin}/forgot-password` };
  return {
    confirm: await compose(verifyEmail, { ...of, link, timeZone: "UTC" }, brand),
    known: await compose(alreadyRegistered, { to: of.to, host, ...known }, brand),
  };
}

export async function prepareRegistration(
  { actor, now }: { actor: Actor; now: Date },
  who: Newcomer,
): Promise<Beginning> {
  const { email, password, firstName, lastName, username = "" } = who;
  const faults = await passwordFaults(password, { email, names: [firstName, lastName, username] });
  const [code, link, expiresAt] = [randomCode(), randomToken(), registrationEnd(now)];
  const isBornLater = (who.birthDate ?? "") > localDateToday(now, "UTC");
  const [letters, passwordHash, rival] = await Promise.all([
    composeConfirmation(actor, { to: email, firstName, code, link, expiresAt }),
    faults.length === 0 ? hashPassword(password) : "",
    faults.length === 0 ? compareWithRival(now, email, password) : { id: null, matches: false },
  ]);
  return {
    ...{ id: newId(), code, link, expiresAt, letters, passwordHash, rival },
    faults: {
      ...(faults.length > 0 && { password: faults }),
      ...(isBornLater && { birthDate: ["This day has not come yet. Check the year."] }),
    },
  };
}

/** One password is worked on, whether or not anything waits for this address (S16). */
async function compareWithRival(now: Date, email: string, password: string): Promise<Beginning["rival"]> {
  const found = await findRival(now, emailKey(email) ?? "");
  const matches = await verifyPassword(found?.passwordHash ?? null, password);
  return { id: found?.id ?? null, matches };
}

/** What came between the looking and the transaction was not compared, and counts as another's. */
function isContestedBy(current: Rival | null, seen: Beginning["rival"]): boolean {
  return current !== null && (current.isContested || current.id !== seen.id || !seen.matches);
}

/** Writes the registration down and owes its mail: to confirm, or, to the owner of an account, that somebody tried. */
export async function beginRegistration(
  { db, actor, now, mail, about, refuse }: PlatformContext,
  of: { kind: "patient" | "provider"; email: string; payload: Prisma.InputJsonObject },
  { id, code, link, expiresAt, passwordHash, rival, letters, faults }: Beginning,
): Promise<{ registrationId: string; email: string; expiresAt: string }> {
  about({ recordId: id, details: { kind: of.kind } });
  // Tried and refused is kept in the trail as well (H8, K8).
  if (Object.keys(faults).length > 0) refuse(invalidFields(faults));
  const key = emailKey(of.email) ?? "";
  await takeTurn(db, "registration", key);
  const isContested = isContestedBy(await findRivalIn(db, now, key), rival);
  const known = await findAccountByEmail(db, key);
  await openRegistration(db, now, {
    ...{ id, kind: of.kind, host: actor.from.host, email: of.email, emailKey: key, link },
    code: known ? null : code,
    payload: { ...of.payload, passwordHash, ...(isContested && { isContested }) },
  });
  mail(known ? { ...letters.known, to: known.email } : letters.confirm);
  return { registrationId: id, email: of.email, expiresAt: expiresAt.toISOString() };
}
