import { permissionsOf } from "@/lib/core/access";
import type { LaboratoryRef, MemberRef } from "@/lib/core/actor";
import type { Account, Session } from "@/lib/infra/prisma/client";
import { accessSeconds } from "@/lib/infra/tokens";
import type { SessionView, TokenPair, User } from "./schema";

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
