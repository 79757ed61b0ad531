import "server-only";
import type { Actor, LaboratoryRef } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { Problem } from "@/lib/core/problem";
import { env } from "@/lib/infra/env";
import type { PlatformContext } from "@/lib/infra/operation";
import { hashPassword, isOutdated, verifyPassword } from "@/lib/infra/passwords";
import type { Account, Session } from "@/lib/infra/prisma/client";
import { randomToken } from "@/lib/infra/secrets";
import { type SigningKey, signAccessToken } from "@/lib/infra/tokens";
import { presentTokens, presentUser } from "../presenter";
import {
  countFailure,
  failureKey,
  findCredential,
  findPerson,
  forgetFailures,
  isLockedOut,
  type SignedInMember,
} from "../repository";
import { isStillPassword, otherHashes, renewHash } from "../repository.credentials";
import { secondFactorsOf, writeChallenge } from "../repository.second-factors";
import {
  clientOf,
  endSessions,
  keepRefreshToken,
  type Proved,
  startSession,
  writeTicket,
} from "../repository.sessions";
import type { SecondFactorWanted, SignedIn, SignIn } from "../schema";
import { seeDevice } from "./see-device";
import { watchFailure } from "./suspect";

/** What was found out about a name and a password, before the transaction. */
export type Proof = {
  identifier: string;
  accountId: string | null;
  matches: boolean;
  /** What it was compared with. */
  passwordHash: string | null;
  /** A right password whose hash came from elsewhere, or from before: to be kept as we hash now. */
  rehash?: { old: string; renewed: string } | null;
};

/** Takes as long for a name that nobody has as for one that somebody has (S16). */
export async function provePassword({ identifier, password }: SignIn): Promise<Proof> {
  const found = await findCredential(identifier);
  const others = await otherHashes();
  const matches = await verifyPassword(found?.passwordHash ?? null, password, others);
  const old = found && isOutdated(found.passwordHash) ? found.passwordHash : null;
  // While such hashes are left, everybody's password is hashed anew: the time does not tell whose are.
  const renewed = old !== null || others.length > 0 ? await hashPassword(password) : null;
  const rehash = matches && old !== null && renewed !== null ? { old, renewed } : null;
  const passwordHash = found?.passwordHash ?? null;
  return { identifier, accountId: found?.accountId ?? null, matches, passwordHash, rehash };
}

/** A person who may have a session at this address, and what they have proved so far. */
export type Entrant = {
  account: Account;
  member: SignedInMember | null;
  laboratory: LaboratoryRef | null;
  proved: Proved;
};

/**
 * Lets in who proved their password and belongs here. Everybody else gets one answer, by the same statements in
 * the same order: wrong password, no such account, locked, disabled, of another laboratory (S14, S16).
 */
export async function admit(context: PlatformContext, proof: Proof): Promise<Entrant> {
  const { db, actor, now, about } = context;
  const { laboratory } = actor;
  const person = await findPerson(db, proof.accountId ?? newId(), laboratory?.id ?? null);
  const key = await failureKey(db, proof, actor.from, now);
  const isLocked = await isLockedOut(db, key, now);
  const belongs = person !== null && belongsHere(actor, person);
  const isRight = person !== null && proof.matches && belongs && !isLocked;
  const compared = { hash: proof.passwordHash, willWrite: Boolean(proof.rehash) };
  if (isRight && (await isStillPassword(db, { accountId: person.account.id, ...compared }))) {
    await forgetFailures(db, key);
    if (proof.rehash) await renewHash(db, person.account.id, proof.rehash);
    about({ recordId: person.account.id, details: { name: person.member?.name ?? person.account.publicId } });
    return { ...person, laboratory, proved: { first: "password" } };
  }
  await countFailure(db, key, now);
  await watchFailure(context, "password", proof.accountId ?? proof.identifier.toLowerCase());
  // A laboratory reads of its own people only; that a stranger has an account elsewhere is not its business.
  about(belongs && person ? { recordId: person.account.id, details: { name: person.member?.name } } : {});
  return context.refuse(wrongPassword());
}

/** The one answer of every sign-in that does not succeed. */
export function wrongPassword(): Problem {
  return new Problem(
    "unauthenticated",
    "This name and password do not go together here. Check both; after several wrong tries wait a few minutes.",
  );
}

type Person = { account: Account; member: SignedInMember | null };

/** A laboratory lets its members in; the portal and the root host let everybody see to their own account. */
export function belongsHere(actor: Actor, { account, member }: Person): boolean {
  // The demonstration's passwords are known to everybody.
  if (env().isProduction && account.isDemonstration) return false;
  return actor.laboratory === null || member !== null;
}

type Opening = Pick<PlatformContext, "db" | "actor" | "now" | "mail" | "happened">;

/** Opens a program's session, or asks for the second factor where the account has one. */
export async function enterAsProgram(
  context: Opening,
  entrant: Entrant,
  key: SigningKey,
): Promise<SignedIn | SecondFactorWanted> {
  return (await wantSecondFactor(context, entrant, "program")) ?? openProgramSession(context, entrant, key);
}

/** Writes the ticket that opens a browser's session, or asks for the second factor where the account has one. */
export async function enterInBrowser(
  context: Opening,
  entrant: Entrant,
): Promise<{ ticket: string } | SecondFactorWanted> {
  return (await wantSecondFactor(context, entrant, "browser")) ?? openBrowserWay(context, entrant);
}

/** The ticket for a session of this browser; the session it had before ends (S12). */
export async function openBrowserWay(
  { db, actor, now }: Opening,
  { account, laboratory, proved }: Entrant,
): Promise<{ ticket: string }> {
  if (actor.account && actor.session?.door === "browser") {
    await endSessions(db, now, { accountId: actor.account.id, id: actor.session.id }, "replaced");
  }
  const { host } = actor.from;
  const laboratoryId = laboratory?.id ?? null;
  return { ticket: await writeTicket(db, now, { accountId: account.id, laboratoryId, host, proved }) };
}

/** Null when nothing more is wanted: a passkey is two factors in one. */
async function wantSecondFactor(
  { db, actor, now, happened }: Opening,
  { account, laboratory, proved }: Entrant,
  door: "browser" | "program",
): Promise<SecondFactorWanted | null> {
  if (proved.second || proved.first === "passkey") return null;
  const { host } = actor.from;
  const methods = await secondFactorsOf(db, account.id, host);
  if (methods.length === 0) return null;
  happened("account.first_step_taken", { insteadOf: "account.signed_in" });
  const laboratoryId = laboratory?.id ?? null;
  const of = { accountId: account.id, laboratoryId, host, door, firstFactor: proved.first };
  return { mfaRequired: true, mfaToken: await writeChallenge(db, now, of), methods };
}

/** A program's session, with its first pair of tokens. */
export async function openProgramSession(
  context: Opening,
  entrant: Entrant,
  key: SigningKey,
  at: Actor["from"] = context.actor.from,
): Promise<SignedIn> {
  const { db, now } = context;
  const { account, member, laboratory, proved } = entrant;
  const session = await startSession(db, now, {
    accountId: account.id,
    laboratoryId: laboratory?.id ?? null,
    door: "program",
    from: at,
    proved,
    deviceId: await seeDevice(context, entrant, at),
  });
  const refresh = randomToken();
  await keepRefreshToken(db, now, { token: refresh, session, client: clientOf(at) });
  const roles = member?.roles ?? [];
  const access = await accessFor(key, { session, origin: at.origin, roles, refresh, issuedAt: now });
  return {
    ...presentTokens({ access, refresh, sessionId: session.id }),
    user: presentUser(account, member, laboratory),
  };
}

/** The access token that goes with a refresh token: told again, it says the same. */
export function accessFor(
  key: SigningKey,
  of: { session: Session; origin: string; roles: readonly string[]; refresh: string; issuedAt: Date },
): Promise<string> {
  return signAccessToken(key, {
    origin: of.origin,
    accountId: of.session.accountId,
    sessionId: of.session.id,
    laboratory: of.session.laboratoryId,
    roles: [...of.roles],
    issuedAt: of.issuedAt,
    seed: of.refresh,
  });
}
