import { formatPlainDate } from "@/lib/core/dates";

/** What identifies a patient beside the name, in any of the rooms' answers. */
export type Identified = {
  mrn: string;
  birthDate: string | null;
  birthDateEstimated: boolean;
  sex: "female" | "male" | "other" | "unknown";
};

export const sexWords = { female: "Female", male: "Male", other: "Other", unknown: "Unknown" } as const;

/** "15 Jun 1961", "about 15 Jun 1961", "unknown": as on the label, so that the two can be compared. */
export function bornWords({
  birthDate,
  birthDateEstimated,
}: Pick<Identified, "birthDate" | "birthDateEstimated">) {
  if (birthDate === null) return "unknown";
  return `${birthDateEstimated ? "about " : ""}${formatPlainDate(birthDate)}`;
}

/** "born 15 Jun 1961", "birth date unknown": beside a name or a number, where nothing else says what the day is. */
export function bornPhrase(patient: Pick<Identified, "birthDate" | "birthDateEstimated">): string {
  return patient.birthDate === null ? "birth date unknown" : `born ${bornWords(patient)}`;
}

/** "M000042, born 15 Jun 1961, male": two identifiers wherever a name stands in a sentence or a list. */
export function identifiers(patient: Identified): string {
  const sex = patient.sex === "unknown" ? null : sexWords[patient.sex].toLowerCase();
  return [patient.mrn, bornPhrase(patient), sex].filter(Boolean).join(", ");
}
