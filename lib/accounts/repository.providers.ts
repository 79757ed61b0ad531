import { Problem } from "@/lib/core/problem";
import { wonRace } from "@/lib/core/version";
import type { PlatformDb } from "@/lib/infra/db";
import type { Account, Prisma, ProviderProfile, ProviderState } from "@/lib/infra/prisma/client";
import type { PracticeChange, PracticeRegistration } from "./schema.registrations";

/** A clinician's account with what they told about their practice. */
export type Clinician = ProviderProfile & { account: Account };

export async function findClinician(db: PlatformDb, accountId: string): Promise<Clinician | null> {
  return db.providerProfile.findFirst({ where: { accountId }, include: { account: true } });
}

/** A licence as it is compared, so that no way of writing it makes it another. */
export function licenseKey(number: string): string {
  return number.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

type Columns = Omit<Prisma.ProviderProfileUncheckedUpdateManyInput, "accountId">;

/** What was told, column by column; what was not told stays as it is. */
function columnsOf(told: PracticeChange): Columns {
  const { phoneNumber, specialization, licenseNumber, yearsOfExperience, clinicAddress: clinic } = told;
  return {
    ...(phoneNumber !== undefined && { phone: phoneNumber }),
    ...(specialization !== undefined && { specialization }),
    ...(licenseNumber !== undefined && { licenseNumber, licenseKey: licenseKey(licenseNumber) }),
    ...(yearsOfExperience !== undefined && { yearsOfExperience }),
    ...(clinic !== undefined && {
      clinicStreet: clinic.street,
      clinicCity: clinic.city,
      clinicState: clinic.state,
      clinicZip: clinic.zip,
    }),
  };
}

/** A clinician whose address is confirmed waits for an operator. */
export async function createProfile(
  db: PlatformDb,
  at: Date,
  accountId: string,
  told: PracticeRegistration,
): Promise<ProviderProfile> {
  // Columns of a change fit a new row: each holds a plain value.
  const columns = columnsOf(told) as Omit<Prisma.ProviderProfileUncheckedCreateInput, "accountId">;
  return db.providerProfile.create({ data: { ...columns, accountId, createdAt: at, updatedAt: at } });
}

/** Writes a change or a decision. @throws Problem "conflict" when somebody else was quicker. */
export async function changeProfile(
  db: PlatformDb,
  at: Date,
  of: Clinician,
  change: { told?: PracticeChange; state: ProviderState; reason: string | null; decidedById?: string | null },
): Promise<Clinician> {
  const { told = {}, state, reason, decidedById } = change;
  const { count } = await db.providerProfile.updateMany({
    where: { accountId: of.accountId, version: of.version, state: of.state },
    data: {
      ...columnsOf(told),
      ...{ state, reason, version: { increment: 1 }, updatedAt: at },
      ...(decidedById !== undefined && { decidedById, decidedAt: decidedById === null ? null : at }),
    },
  });
  wonRace(count);
  const changed = await findClinician(db, of.accountId);
  if (!changed) throw new Error("What was just changed is there.");
  return changed;
}

/**
 * Licence and phone are one verified provider's.
 * @throws Problem "already_exists" that names which of the two is another's.
 */
export async function holdUnclaimed(db: PlatformDb, of: ProviderProfile): Promise<void> {
  const others = await db.providerProfile.findMany({
    where: {
      state: "verified",
      accountId: { not: of.accountId },
      OR: [
        ...(of.licenseKey ? [{ licenseKey: of.licenseKey }] : []),
        ...(of.phone ? [{ phone: of.phone }] : []),
      ],
    },
    select: { licenseKey: true, phone: true },
  });
  if (others.length === 0) return;
  const errors = {
    ...(others.some((each) => each.licenseKey !== null && each.licenseKey === of.licenseKey) && {
      licenseNumber: ["Another verified provider has this licence."],
    }),
    ...(others.some((each) => each.phone !== null && each.phone === of.phone) && {
      phoneNumber: ["Another verified provider has this telephone number."],
    }),
  };
  const detail = "Another verified provider has this licence or telephone number. Settle it with both first.";
  throw new Problem("already_exists", detail, { errors });
}

/** Whoever runs the installation, to be told what waits for them. */
export async function operatorEmails(db: PlatformDb): Promise<string[]> {
  const rows = await db.account.findMany({
    where: { isOperator: true, state: "active" },
    select: { email: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ email }) => email);
}
