import type { Role } from "@/lib/core/access";
import type { LaboratoryRef } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { notFound, Problem } from "@/lib/core/problem";
import { wonRace } from "@/lib/core/version";
import { enterLaboratory, type LabDb, type PlatformDb } from "@/lib/infra/db";
import type { Laboratory } from "@/lib/infra/prisma/client";
import type { LaboratoryChange } from "./schema";

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
 * Opens a laboratory: its row, and its first member as administrator. From here on the transaction writes in
 * this laboratory.
 */
export async function createLaboratory(
  db: PlatformDb,
  { now, founder, ...given }: NewLaboratory,
): Promise<{ laboratory: LaboratoryRef; member: NewMember }> {
  const id = newId();
  await enterLaboratory(id, founder.accountId);
  const row = await db.laboratory.create({
    data: { id, ...given, addressLines: [], allowedOrigins: [], createdAt: now, updatedAt: now },
  });
  const member = await createMember(db, { laboratoryId: id, now, roles: ["administrator"], ...founder });
  return { laboratory: laboratoryRef(row), member };
}

type NewMember = { id: string; name: string; roles: Role[]; providerId: null };

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
): Promise<NewMember> {
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
    allowsEmailCode: row.allowsEmailCode,
    passwordLengthMin: row.passwordLengthMin,
    idleLockMinutes: row.idleLockMinutes,
    secondFactorRoles: row.secondFactorRoles,
    logoSha256: row.logoSha256,
  };
}

export async function isSlugTaken(db: PlatformDb, slug: string): Promise<boolean> {
  return (await db.laboratory.findFirst({ where: { slug }, select: { id: true } })) !== null;
}

export function slugTaken(): Problem {
  return new Problem(
    "already_exists",
    "A laboratory with this address exists already. Choose another address.",
    {
      errors: { slug: ["This address is taken."] },
    },
  );
}

/** @throws Problem "not_found" */
export async function readLaboratory(db: LabDb | PlatformDb, id: string): Promise<Laboratory> {
  const row = await db.laboratory.findFirst({ where: { id } });
  if (!row) throw notFound();
  return row;
}

/** @throws Problem "conflict" when somebody else changed it at the same moment. */
export async function changeLaboratory(
  db: PlatformDb,
  now: Date,
  of: { id: string; version: number; change: LaboratoryChange },
): Promise<Laboratory> {
  const { count } = await db.laboratory.updateMany({
    where: { id: of.id, version: of.version },
    data: { ...given(of.change), version: { increment: 1 }, updatedAt: now },
  });
  wonRace(count);
  return readLaboratory(db, of.id);
}

/** What was said, without what was not: a field left out stays as it is. */
export function given<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const said = Object.entries(change).filter(([, value]) => value !== undefined);
  // Only undefined was taken out.
  return Object.fromEntries(said) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
