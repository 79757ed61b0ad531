import { newId } from "@/lib/core/ids";
import { foldName } from "@/lib/core/names";
import { notFound } from "@/lib/core/problem";
import { wonRace } from "@/lib/core/version";
import type { LabDb } from "@/lib/infra/db";
import type { Provider } from "@/lib/infra/prisma/client";
import { given } from "./repository";
import type { NewProvider, ProviderChange } from "./schema";

type Names = { firstName: string; lastName: string };

/** The family name first: that is how a directory is read. */
function searchNameOf({ firstName, lastName }: Names): string {
  return foldName(`${lastName} ${firstName}`);
}

export async function createProvider(
  db: LabDb,
  now: Date,
  laboratoryId: string,
  fields: NewProvider,
): Promise<Provider> {
  const { firstName, lastName } = fields;
  return db.provider.create({
    data: {
      ...{ id: newId(), laboratoryId, searchName: searchNameOf(fields), firstName, lastName },
      ...given({
        specialization: fields.specialization,
        licenseNumber: fields.licenseNumber,
        phone: fields.phone,
        email: fields.email,
      }),
      createdAt: now,
      updatedAt: now,
    },
  });
}

export type ProviderSearch = {
  laboratoryId: string;
  q: string | undefined;
  retired: boolean;
  after: readonly [string, string] | null;
  limit: number;
};

export async function listProviderRows(db: LabDb, of: ProviderSearch): Promise<Provider[]> {
  const { laboratoryId, q, retired, after, limit } = of;
  // Folded words hold letters and digits only, so no word is a pattern.
  const words = foldName(q ?? "")
    .split(" ")
    .filter(Boolean);
  return db.provider.findMany({
    where: {
      laboratoryId,
      retiredAt: retired ? { not: null } : null,
      AND: [
        ...words.map((word) => ({
          OR: [{ searchName: { startsWith: word } }, { searchName: { contains: ` ${word}` } }],
        })),
        ...(after
          ? [{ OR: [{ searchName: { gt: after[0] } }, { searchName: after[0], id: { gt: after[1] } }] }]
          : []),
      ],
    },
    orderBy: [{ searchName: "asc" }, { id: "asc" }],
    take: limit + 1,
  });
}

/** @throws Problem "not_found" */
export async function readProvider(db: LabDb, laboratoryId: string, id: string): Promise<Provider> {
  const row = await db.provider.findFirst({ where: { laboratoryId, id } });
  if (!row) throw notFound();
  return row;
}

/** @throws Problem "conflict" when somebody else changed it at the same moment. */
export async function changeProviderRow(
  db: LabDb,
  now: Date,
  provider: Provider,
  change: ProviderChange | { retiredAt: Date },
): Promise<Provider> {
  const { laboratoryId, id, version } = provider;
  const changed = { ...provider, ...given(change) };
  const { count } = await db.provider.updateMany({
    where: { laboratoryId, id, version },
    data: { ...given(change), searchName: searchNameOf(changed), version: { increment: 1 }, updatedAt: now },
  });
  wonRace(count);
  return { ...changed, version: version + 1, updatedAt: now };
}
