import "server-only";
import { z } from "zod";
import { welcome } from "@/emails/welcome";
import { Problem } from "@/lib/core/problem";
import { brandFor, compose } from "@/lib/infra/mail";
import type { PlatformContext } from "@/lib/infra/operation";
import { hashOfNoPassword } from "@/lib/infra/passwords";
import type { Account } from "@/lib/infra/prisma/client";
import { accountRegistered } from "../events";
import { createAccount, findAccountByEmail, isUsernameTaken } from "../repository";
import { spendLink } from "../repository.links";
import {
  type ConfirmedRegistration,
  closeRegistration,
  holdRegistration,
  type Named,
  personKinds,
  tryCode,
} from "../repository.registrations";
import { takeTurn } from "../repository.turns";
import type { PracticeRegistration } from "../schema.registrations";
import { specializationCodes } from "../specializations";
import { receiveProvider } from "./receive-provider";
import { composeReset, keepReset } from "./reset-request";
import type { Entrant } from "./sign-in";
import { watchFailure } from "./suspect";

const optional = z.string().optional();

// What beginning a registration wrote down; nothing else writes it.
const Pending = z.object({
  ...{ firstName: z.string(), lastName: z.string(), passwordHash: z.string() },
  ...{ username: optional, phoneNumber: optional, birthDate: optional, licenseNumber: optional },
  isPregnant: z.boolean().optional(),
  isContested: z.boolean().default(false),
  specialization: z.enum(specializationCodes).optional(),
  yearsOfExperience: z.number().optional(),
  clinicAddress: z
    .object({ street: z.string(), city: z.string(), state: z.string(), zip: z.string() })
    .optional(),
});
type Pending = z.output<typeof Pending>;

/** What confirms an address: the code, for an address or for one registration, or the link of the same mail. */
export type Confirming = { by: Named; code: string } | { token: string };

/** Who has confirmed, and whether they have still to choose a password, with the mail that is on its way. */
export type Confirmed = Entrant & { wantsPassword: boolean };

/**
 * Takes the code or the link: the account exists from here on. One of parallel right answers does it; the others
 * find it spent (S8, S9). Where the address was registered more than once, the password that was typed last may be a
 * stranger's, who hopes that the owner confirms it: then none counts, and the owner chooses one by mail.
 */
export async function confirmRegistration(context: PlatformContext, given: Confirming): Promise<Confirmed> {
  const { db, now, about, refuse, emit } = context;
  const confirmed = "token" in given ? await byLink(context, given.token) : await byCode(context, given);
  if (!confirmed) {
    if ("by" in given) await watchFailure(context, "code", Object.values(given.by).join(" "));
    return refuse(notConfirmed("token" in given ? "link" : "code"));
  }
  const told = Pending.parse(confirmed.payload);
  const wantsPassword = told.isContested;
  const { kind } = confirmed;
  about({ recordId: confirmed.id, details: { kind, ...(wantsPassword && { registeredAgain: true }) } });
  await takeTurn(db, "email-address", confirmed.emailKey);
  // Somebody accepted an invitation with this address meanwhile.
  if (await findAccountByEmail(db, confirmed.emailKey)) return refuse(notConfirmed("code"));
  const account = await createPerson(context, confirmed, told);
  // Whoever has proved the address is told; to whom the username went is nobody's to know.
  const isTaken = told.username !== undefined && account.username === null;
  await closeRegistration(db, now, confirmed.id, isTaken ? { takenUsername: told.username } : {});
  await welcomePerson(context, account);
  if (kind === "provider") await receiveProvider(context, account, practiceOf(told));
  if (wantsPassword) await mailNewPassword(context, account);
  emit(accountRegistered({ accountId: account.id }));
  return { account, member: null, laboratory: null, proved: { first: "registration" }, wantsPassword };
}

function byCode({ db, actor, now }: PlatformContext, { by, code }: { by: Named; code: string }) {
  return tryCode(db, now, { by, host: actor.from.host, kinds: personKinds, code });
}

async function byLink({ db, actor, now }: PlatformContext, token: string) {
  const { host } = actor.from;
  const id = await spendLink(db, now, { token, purpose: "registration", laboratoryId: null, host });
  return id === null ? null : holdRegistration(db, now, { id, host });
}

async function createPerson(
  { db, now }: PlatformContext,
  { id, kind, email }: ConfirmedRegistration,
  told: Pending,
): Promise<Account> {
  const { firstName, lastName, username, phoneNumber, birthDate, isPregnant } = told;
  const passwordHash = told.isContested ? hashOfNoPassword() : told.passwordHash;
  if (username) await takeTurn(db, "username", username);
  return createAccount(db, now, {
    // The answer of the registration named it already.
    id,
    kind: kind === "provider" ? "provider" : "patient",
    ...{ email, firstName, lastName, passwordHash },
    username: username && !(await isUsernameTaken(db, username)) ? username : null,
    phone: phoneNumber ?? null,
    birthDate: birthDate ? new Date(`${birthDate}T00:00:00Z`) : null,
    isPregnant: isPregnant ?? null,
  });
}

async function welcomePerson({ actor, mail }: PlatformContext, account: Account): Promise<void> {
  const { email: to, firstName, publicId } = account;
  const link = `${actor.from.origin}/sign-in`;
  mail(await compose(welcome, { to, firstName, publicId, link }, brandFor(actor)));
}

async function mailNewPassword(context: PlatformContext, account: Account): Promise<void> {
  const { letter, ...reset } = await composeReset(context, account);
  await keepReset(context, { ...reset, emailKey: account.emailKey, accountId: account.id });
  context.mail(letter);
}

function practiceOf({ specialization = "other", ...told }: Pending): PracticeRegistration {
  const { phoneNumber, licenseNumber, yearsOfExperience, clinicAddress } = told;
  return { specialization, phoneNumber, licenseNumber, yearsOfExperience, clinicAddress };
}

export function notConfirmed(what: "code" | "link"): Problem {
  return new Problem(
    "code_invalid",
    `This ${what} is wrong or no longer good. Check it, or ask for a new mail.`,
  );
}
