import { displayName } from "@/lib/core/names";
import type { Prisma } from "@/lib/infra/prisma/client";
import type { Person } from "./policy";
import type { Patient, PatientSummary } from "./schema";

export type PatientRow = Prisma.PatientGetPayload<object>;

export function presentPatient(row: PatientRow): Patient {
  const { phone, email, address, nationalId, version } = row;
  return {
    ...summarise(row),
    ...{ phone, email, address, nationalId, version },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function summarise(row: PatientRow): PatientSummary {
  const { id, mrn, familyName, givenName, birthDateEstimated, sex } = row;
  return {
    ...{ id, mrn, displayName: displayName(row), familyName, givenName },
    birthDate: plainDate(row.birthDate),
    birthDateEstimated,
    sex,
  };
}

export function personOf(row: PatientRow): Person {
  const { familyName, givenName, phone, nationalId, mrn } = row;
  return { familyName, givenName, phone, nationalId, mrn, birthDate: plainDate(row.birthDate) };
}

/** A `date` comes as midnight UTC of its day. */
export function plainDate(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}

export function dateColumn(date: string | null): Date | null {
  return date === null ? null : new Date(`${date}T00:00:00Z`);
}
