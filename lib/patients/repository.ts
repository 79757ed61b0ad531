import { notFound, Problem } from "@/lib/core/problem";
import { wonRace } from "@/lib/core/version";
import { inLaboratory, type LabDb } from "@/lib/infra/db";
import { nextNumber } from "@/lib/infra/numbers";
import type { Prisma } from "@/lib/infra/prisma/client";
import { likenesses, mrnTaken, type PatientSearch, type Person, phoneKey, searchColumns } from "./policy";
import { dateColumn, type PatientRow, personOf, summarise } from "./presenter";
import type { Candidate } from "./schema";

/** @throws Problem "not_found" */
export async function findPatient(db: LabDb, laboratoryId: string, id: string): Promise<PatientRow> {
  const row = await db.patient.findFirst({ where: { laboratoryId, id } });
  if (!row) throw notFound();
  return row;
}

export function newestPatients(
  db: LabDb,
  laboratoryId: string,
  { before, take }: { before: { createdAt: Date; id: string } | null; take: number },
): Promise<PatientRow[]> {
  return db.patient.findMany({
    where: {
      laboratoryId,
      ...(before && {
        OR: [{ createdAt: { lt: before.createdAt } }, { createdAt: before.createdAt, id: { lt: before.id } }],
      }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
  });
}

// Who is found in two ways stands before who is found in one; names are compared for everybody found.
// The name goes through the one function that may look past the policies, the others use their indexes.
const SEARCH = `
  with hits (way, id, score) as (
    select 'mrn', p.id, case when p.mrn = begins then 6 else 4 end
    from unnest($2::text[]) as begins, lateral (
      select id, mrn from patient
      where laboratory_id = $1 and mrn collate "C" >= begins and mrn collate "C" < begins || chr(1114111)
      order by mrn collate "C" limit 100) as p
    union all
    (select 'birth date', id, 4 from patient where laboratory_id = $1 and birth_date = any($3::date[]) limit 1000)
    union all
    (select 'phone', id, 4 from patient where laboratory_id = $1 and search_phone = any($4::text[]) limit 100)
    union all
    select 'name', f.id, 0 from find_patients($5, 200) as f where $5 <> ''
  ), found as (
    select id, sum(score) as score from (select way, id, max(score) as score from hits group by way, id) as ways
    group by id
  )
  select p.id from found join patient p on p.laboratory_id = $1 and p.id = found.id
  order by found.score + 3 * word_similarity($5, p.search_name) desc, p.created_at desc, p.id desc
  limit $6`;

/** The patients that fit best what was typed, the best first. */
export async function searchPatients(
  db: LabDb,
  laboratoryId: string,
  { mrns, birthDates, phones, name }: PatientSearch,
  limit: number,
): Promise<PatientRow[]> {
  const keys = phones.map(phoneKey);
  const ids = (await db.sql<{ id: string }>(SEARCH, [laboratoryId, mrns, birthDates, keys, name, limit])).map(
    ({ id }) => id,
  );
  const rows = await db.patient.findMany({ where: { laboratoryId, id: { in: ids } } });
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/**
 * Patients who may be the one that is being registered (R2), the likeliest first. Holds what was compared for the
 * transaction, so that of two people who register one patient at once the second sees the first's.
 */
export async function likelyDuplicates(db: LabDb, laboratoryId: string, added: Person): Promise<Candidate[]> {
  const { searchPhone, searchNationalId } = searchColumns(added);
  const { mrn } = added;
  const birthDate = dateColumn(added.birthDate);
  const compared = Object.entries({ mrn, searchPhone, searchNationalId, birthDate: added.birthDate });
  await db.sql(
    `select pg_advisory_xact_lock(key) from (
       select hashtextextended(what, 0) as key from unnest($1::text[]) as what order by 1) as keys`,
    [compared.flatMap(([field, value]) => (value === null ? [] : [`${laboratoryId}:${field}:${value}`]))],
  );
  const rows = await db.patient.findMany({
    where: {
      laboratoryId,
      OR: [
        ...(mrn === null ? [] : [{ mrn }]),
        ...(searchPhone === null ? [] : [{ searchPhone }]),
        ...(searchNationalId === null ? [] : [{ searchNationalId }]),
        ...(birthDate === null ? [] : [{ birthDate }]),
      ],
    },
    orderBy: { id: "desc" },
    take: 2000,
  });
  return rows
    .map((row) => ({ ...summarise(row), because: likenesses(personOf(row), added) }))
    .filter(({ because }) => because.length > 0)
    .sort(
      (a, b) =>
        Number(b.because.includes("mrn")) - Number(a.because.includes("mrn")) ||
        b.because.length - a.because.length,
    )
    .slice(0, 10);
}

/** @throws Problem "already_exists" for an MRN that another patient has. */
export async function refuseTakenMrn(db: LabDb, laboratoryId: string, mrn: string): Promise<void> {
  const taken = await db.patient.findFirst({ where: { laboratoryId, mrn }, select: { id: true } });
  if (taken) throw mrnTaken();
}

export function insertPatient(db: LabDb, data: Prisma.PatientUncheckedCreateInput): Promise<PatientRow> {
  return db.patient.create({ data });
}

/** @throws Problem "conflict" when somebody changed the record meanwhile. */
export async function updatePatient(
  db: LabDb,
  { laboratoryId, id, version }: PatientRow,
  now: Date,
  data: Prisma.PatientUpdateManyMutationInput,
): Promise<void> {
  const { count } = await db.patient.updateMany({
    where: { laboratoryId, id, version },
    data: { ...data, version: { increment: 1 }, updatedAt: now },
  });
  wonRace(count);
}

/** More in a row are taken by hand in no laboratory that counts by itself. */
const MRN_TRIES = 1000;

/**
 * The next MRN of the laboratory's own counting that nobody has. Outside of a transaction: an abandoned one is a gap.
 * @throws Problem "conflict" when too many in a row were given by hand.
 */
export async function freeMrn(laboratoryId: string): Promise<string> {
  for (let tries = 0; tries < MRN_TRIES; tries += 1) {
    const mrn = `M${String(await nextNumber(laboratoryId, "mrn")).padStart(6, "0")}`;
    const taken = await inLaboratory(
      laboratoryId,
      null,
      async (db) => await db.patient.findFirst({ where: { laboratoryId, mrn }, select: { id: true } }),
    );
    if (!taken) return mrn;
  }
  throw new Problem("conflict", "The next numbers are all taken. Give the patient an MRN yourself.");
}
