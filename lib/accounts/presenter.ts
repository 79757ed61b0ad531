import { z } from "zod";
import { permissionsOf } from "@/lib/core/access";
import type { LaboratoryRef, MemberRef } from "@/lib/core/actor";
import type { Account, Passkey as PasskeyRow, Session } from "@/lib/infra/prisma/client";
import { accessSeconds } from "@/lib/infra/tokens";
import type { Profile } from "./repository.profile";
import type { SessionView, TokenPair, User } from "./schema";
import { type Me, Notice } from "./schema.profile";
import type { Passkey } from "./schema.second-factors";

export function presentUser(
  account: Account,
  member: Pick<MemberRef, "roles"> | null,
  laboratory: LaboratoryRef | null,
): User {
  const roles = member?.roles ?? [];
  return {
    id: account.id,
    publicId: account.publicId,
    email: account.email,
    username: account.username,
    firstName: account.firstName,
    lastName: account.lastName,
    emailVerified: account.emailVerifiedAt !== null,
    accountType: account.kind,
    laboratory: laboratory && { id: laboratory.id, slug: laboratory.slug, name: laboratory.name },
    roles: [...roles],
    permissions: [...permissionsOf(roles)],
  };
}

/** The account as its owner sees it. */
export function presentMe(
  profile: Profile,
  member: Pick<MemberRef, "roles"> | null,
  laboratory: LaboratoryRef | null,
): Me {
  const { phone, birthDate, isPregnant, locale, timeZone, mutedNotices, avatarSha256, version } = profile;
  const { practice, takenUsername } = profile;
  return {
    ...presentUser(profile, member, laboratory),
    ...{ phone, isPregnant, locale, timeZone, avatarSha256, version, takenUsername },
    practice: practice && {
      verificationStatus: practice.state,
      specialization: practice.specialization,
      reason: practice.reason,
    },
    mutedNotices: z.array(Notice).catch([]).parse(mutedNotices),
    birthDate: birthDate?.toISOString().slice(0, 10) ?? null,
    createdAt: profile.createdAt.toISOString(),
  };
}

export function presentTokens(tokens: { access: string; refresh: string; sessionId: string }): TokenPair {
  return { ...tokens, tokenType: "Bearer", expiresIn: accessSeconds };
}

export function presentSession(session: Session, currentId: string | null): SessionView {
  return {
    id: session.id,
    current: session.id === currentId,
    device: session.device,
    ip: session.ip,
    place: session.host,
    createdAt: session.createdAt.toISOString(),
    lastActiveAt: session.lastActiveAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
  };
}

/** @param host where it is looked at from: a passkey signs in at its own host only. */
export function presentPasskey(row: PasskeyRow, host: string): Passkey {
  const { id, name, isBackedUp, createdAt, lastUsedAt } = row;
  return {
    ...{ id, name, host: row.host, isHere: row.host === host, isBackedUp },
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
