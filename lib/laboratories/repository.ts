import type { Role } from "@/lib/core/access";
import type { LaboratoryRef, MemberRef } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { enterLaboratory, type PlatformDb } from "@/lib/infra/db";

/** What a laboratory begins with. */
export type NewLaboratory = {
  now: Date;
  slug: string;
  name: string;
  timeZone: string;
  currency: string;
  isDemonstration?: boolean;
  allowsSelfVerification?: boolean;
  /** Its first member, who is its administrator. */
  founder: { accountId: string; displayName: string; email: string };
};

/**
 * Opens a laboratory: its row, its first member as administrator, its starter catalogue. From here on the
 * transaction writes in this laboratory.
 */
export async function createLaboratory(
  db: PlatformDb,
  { now, founder, ...given }: NewLaboratory,
): Promise<{ laboratory: LaboratoryRef; member: MemberRef }> {
  const id = newId();
  await enterLaboratory(id, founder.accountId);
  const row = await db.laboratory.create({
    data: { id, ...given, addressLines: [], allowedOrigins: [], createdAt: now, updatedAt: now },
  });
  const member = await createMember(db, { laboratoryId: id, now, roles: ["administrator"], ...founder });
  return { laboratory: laboratoryRef(row), member };
}

export async function createMember(
  db: PlatformDb,
  {
    now,
    ...given
  }: {
    laboratoryId: string;
    now: Date;
    accountId: string;
    displayName: string;
    email: string;
    roles: Role[];
  },
): Promise<MemberRef> {
  const id = newId();
  await db.member.create({ data: { id, ...given, createdAt: now, updatedAt: now } });
  return { id, name: given.displayName, roles: given.roles, providerId: null };
}

/** The row as every operation knows the laboratory. */
export function laboratoryRef(row: LaboratoryRef): LaboratoryRef {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    timeZone: row.timeZone,
    currency: row.currency,
    accessionFormat: row.accessionFormat,
    colour: row.colour,
    allowsSelfVerification: row.allowsSelfVerification,
    allowedOrigins: row.allowedOrigins,
    isDemonstration: row.isDemonstration,
  };
}
