import { isRole } from "@/lib/core/access";
import { originOf } from "@/lib/infra/hosts";
import type {
  Invitation as InvitationRow,
  Laboratory as LaboratoryRow,
  Member as MemberRow,
  Provider as ProviderRow,
} from "@/lib/infra/prisma/client";
import type { Invitation, Laboratory, Member, Provider } from "./schema";

type Stamped = { version: number; createdAt: Date; updatedAt: Date };

function stamps({ version, createdAt, updatedAt }: Stamped) {
  return { version, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

export function laboratoryUrl(slug: string): string {
  return originOf({ kind: "laboratory", slug });
}

export function presentLaboratory(row: LaboratoryRow): Laboratory {
  const { id, slug, name, timeZone, currency, addressLines, phone, email, licence, director } = row;
  const { accessionFormat, colour, allowsSelfVerification, allowedOrigins, isDemonstration } = row;
  const { secondFactorRoles, allowsEmailCode, passwordLengthMin, idleLockMinutes } = row;
  return {
    ...{ id, slug, url: laboratoryUrl(slug), name, timeZone, currency },
    ...{ addressLines, phone, email, licence, director },
    ...{ accessionFormat, colour, allowsSelfVerification, allowedOrigins, isDemonstration },
    ...{
      secondFactorRoles: secondFactorRoles.filter(isRole),
      allowsEmailCode,
      passwordLengthMin,
      idleLockMinutes,
    },
    ...stamps(row),
  };
}

export function presentMember(row: MemberRow): Member {
  const { id, displayName, email, roles, state } = row;
  return { id, name: displayName, email, roles: roles.filter(isRole), state, ...stamps(row) };
}

export function presentInvitation(row: InvitationRow, now: Date): Invitation {
  const { id, email, roles, providerId, state, expiresAt } = row;
  return {
    ...{ id, email, roles: roles.filter(isRole), providerId, state },
    isExpired: state === "open" && expiresAt <= now,
    expiresAt: expiresAt.toISOString(),
    ...stamps(row),
  };
}

export function presentProvider(row: ProviderRow): Provider {
  const { id, firstName, lastName, specialization, licenseNumber, phone, email, memberId, retiredAt } = row;
  return {
    ...{ id, firstName, lastName, specialization, licenseNumber, phone, email, memberId },
    retiredAt: retiredAt?.toISOString() ?? null,
    ...stamps(row),
  };
}
