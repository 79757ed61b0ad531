import "server-only";
import type { Entrant } from "@/lib/accounts/operations/sign-in";
import { watchFailure } from "@/lib/accounts/operations/suspect";
import { passwordFaults } from "@/lib/accounts/policy";
import {
  countFailure,
  createAccount,
  failureKey,
  findAccountByEmail,
  findCredential,
  forgetFailures,
  isLockedOut,
  verifyEmail,
} from "@/lib/accounts/repository";
import { isStillPassword } from "@/lib/accounts/repository.credentials";
import { readLink, spendLink } from "@/lib/accounts/repository.links";
import { isRole } from "@/lib/core/access";
import type { Actor, LaboratoryRef } from "@/lib/core/actor";
import { invalidFields, Problem } from "@/lib/core/problem";
import { inPlatform } from "@/lib/infra/db";
import type { PlatformContext } from "@/lib/infra/operation";
import { hashPassword, verifyPassword } from "@/lib/infra/passwords";
import type { Account, Invitation } from "@/lib/infra/prisma/client";
import { changeInvitation, findAcceptable } from "../repository.invitations";
import { joinLaboratory, linkProvider } from "../repository.members";
import type { Acceptance } from "../schema";

/** The password, judged before the transaction: an account's own one, or a new one for a new account. */
export type PreparedAcceptance =
  | { accountId: string; matches: boolean; comparedWith: string }
  | { passwordHash: string };

/** @throws Problem "code_invalid" for a link that is not good, "validation_failed" for a weak new password. */
export async function prepareAcceptance(
  { actor, now }: { actor: Actor; now: Date },
  { token, password, firstName, lastName }: Acceptance,
): Promise<PreparedAcceptance> {
  const { laboratory } = actor;
  if (!laboratory) throw linkInvalid();
  const invitation = await inPlatform({ laboratoryId: laboratory.id, accountId: null }, async (db) => {
    const asked = { token, purpose: "invitation", laboratoryId: laboratory.id } as const;
    const id = await readLink(db, now, asked);
    return id && (await findAcceptable(db, now, { laboratoryId: laboratory.id, id }));
  });
  if (!invitation) throw linkInvalid();
  const known = await findCredential(invitation.emailKey);
  if (known) {
    const { accountId, passwordHash: comparedWith } = known;
    return { accountId, comparedWith, matches: await verifyPassword(comparedWith, password) };
  }
  const names = [firstName, lastName];
  const owner = {
    ...{ email: invitation.email, names, laboratory: `${laboratory.name} ${laboratory.slug}` },
    lengthMin: laboratory.passwordLengthMin,
  };
  const faults = await passwordFaults(password, owner);
  if (faults.length > 0) throw invalidFields({ password: faults });
  return { passwordHash: await hashPassword(password) };
}

/** Accepts an invitation: spends its link, makes or finds the account, and makes it a member. */
export async function acceptLink(
  context: PlatformContext,
  body: Acceptance,
  prepared: PreparedAcceptance,
): Promise<Entrant & { laboratory: LaboratoryRef }> {
  const { db, actor, now, about } = context;
  const { laboratory } = actor;
  if (!laboratory) throw linkInvalid();
  const laboratoryId = laboratory.id;
  if ("accountId" in prepared) await holdOwnPassword(context, prepared);
  const id = await spendLink(db, now, { token: body.token, purpose: "invitation", laboratoryId });
  const invitation = id && (await findAcceptable(db, now, { laboratoryId, id }));
  if (!invitation) throw linkInvalid();
  await changeInvitation(db, now, invitation, { state: "accepted" });

  const account = await accountFor(context, invitation, body, prepared);
  const displayName = `${account.firstName} ${account.lastName}`;
  const roles = invitation.roles.filter(isRole);
  const member = await joinLaboratory(db, now, {
    ...{ laboratoryId, accountId: account.id, displayName, email: account.email, roles },
  });
  if (invitation.providerId) {
    const link = { laboratoryId, providerId: invitation.providerId, memberId: member.id };
    if (!(await linkProvider(db, now, link))) {
      throw new Problem(
        "illegal_move",
        "This provider signs in by another account already. Ask the laboratory.",
      );
    }
  }
  about({ recordId: invitation.id, details: { memberId: member.id, name: displayName, roles } });
  return {
    account,
    laboratory,
    member: { id: member.id, name: displayName, roles: member.roles.filter(isRole) },
    // Somebody new has proved their address by the link; somebody known has proved their password.
    proved: { first: "passwordHash" in prepared ? "invitation" : "password" },
  };
}

async function accountFor(
  { db, now }: PlatformContext,
  invitation: Invitation,
  { firstName, lastName }: Acceptance,
  prepared: PreparedAcceptance,
): Promise<Account> {
  const known = await findAccountByEmail(db, invitation.emailKey);
  if ("passwordHash" in prepared) {
    // Somebody accepted another laboratory's invitation in the same moment, or the same one from another window.
    if (known)
      throw new Problem("conflict", "You have just got an account. Accept again, with its password.");
    const { passwordHash } = prepared;
    return createAccount(db, now, {
      kind: "staff",
      email: invitation.email,
      firstName,
      lastName,
      passwordHash,
    });
  }
  if (!known || known.id !== prepared.accountId || known.state !== "active") throw linkInvalid();
  return verifyEmail(db, now, known);
}

/** Accepting with an account's own password is signing in: wrong ones count and lock all the same (S14). */
async function holdOwnPassword(
  context: PlatformContext,
  { accountId, matches, comparedWith }: { accountId: string; matches: boolean; comparedWith: string },
): Promise<void> {
  const { db, actor, now, refuse, about } = context;
  const key = await failureKey(db, { accountId, identifier: "" }, actor.from, now);
  const isLocked = await isLockedOut(db, key, now);
  const compared = { accountId, hash: comparedWith, willWrite: false };
  if (matches && !isLocked && (await isStillPassword(db, compared))) return forgetFailures(db, key);
  await countFailure(db, key, now);
  await watchFailure(context, "password", accountId);
  about({});
  refuse(
    new Problem(
      "unauthenticated",
      "Your address has an account already, and this is not its password. Type the password you sign in with.",
    ),
  );
}

function linkInvalid(): Problem {
  return new Problem("code_invalid", "This link is no longer good. Ask the laboratory for a new invitation.");
}
