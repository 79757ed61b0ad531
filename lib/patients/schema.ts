import { z } from "zod";
import { isRealDate } from "@/lib/core/dates";
import { Id } from "@/lib/core/ids";
import { line, prose } from "@/lib/core/text";

export const Sex = z.enum(["female", "male", "other", "unknown"]);
export type Sex = z.infer<typeof Sex>;

/** A day of the calendar; no time zone can shift it. That it is not in the future the laboratory's zone decides. */
export const BirthDate = z
  .string()
  .refine(isRealDate, { error: "This is not a day of the calendar. Write it as YYYY-MM-DD.", abort: true })
  .refine((date) => date >= "1850-01-01", "Nobody born before 1850 is a patient now. Check the year.")
  .meta({ format: "date", example: "1961-06-15" });

/** May be left empty: an empty field of a form says nothing. */
const empty = { min: 0 };

const fields = {
  familyName: line({ max: 300 }).meta({ example: "Jones" }),
  givenName: line({ max: 300, ...empty })
    .nullish()
    .meta({ example: "William" }),
  birthDate: BirthDate.nullish(),
  birthDateEstimated: z.boolean(),
  sex: Sex,
  phone: line({ max: 60, ...empty })
    .nullish()
    .meta({ example: "+44 20 7946 0958" }),
  email: line({ max: 254, ...empty })
    .refine((text) => text === "" || z.email().safeParse(text).success, "This is not an e-mail address.")
    .nullish()
    .meta({ example: "william.jones@example.org" }),
  address: prose({ max: 500, ...empty }).nullish(),
  nationalId: line({ max: 60, ...empty }).nullish(),
};

const mrn = line({ max: 40 }).meta({
  description: "The laboratory's own number of the patient. Made when it is not given.",
  example: "M000042",
});

export const NewPatient = z
  .strictObject({
    mrn: mrn.optional(),
    ...fields,
    birthDateEstimated: fields.birthDateEstimated.default(false),
    acceptDuplicate: z
      .boolean()
      .default(false)
      .meta({ description: "The candidates were looked at, and this is somebody else." }),
  })
  .meta({
    example: { familyName: "Jones", givenName: "William", birthDate: "1961-06-15", sex: "male" },
  });
export type NewPatient = z.infer<typeof NewPatient>;

export const PatientChange = z
  .strictObject({ mrn, ...fields })
  .partial()
  .meta({ example: { birthDate: "1961-06-16" } });
export type PatientChange = z.infer<typeof PatientChange>;

export const PatientRef = z.strictObject({ patientId: Id });

/** Enough to tell one patient from another. */
export const PatientSummary = z.object({
  id: Id,
  mrn: z.string().meta({ example: "M000042" }),
  displayName: z.string().meta({ example: "JONES, William" }),
  familyName: z.string().meta({ example: "Jones" }),
  givenName: z.string().nullable().meta({ example: "William" }),
  birthDate: z.iso.date().nullable().meta({ example: "1961-06-15" }),
  birthDateEstimated: z.boolean(),
  sex: Sex,
});
export type PatientSummary = z.infer<typeof PatientSummary>;

export const Patient = PatientSummary.extend({
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  nationalId: z.string().nullable(),
  version: z.int(),
  createdAt: z.iso.datetime({ offset: true }),
  updatedAt: z.iso.datetime({ offset: true }),
});
export type Patient = z.infer<typeof Patient>;

/** Why somebody may be the same person (R2). */
export const Likeness = z.enum(["mrn", "national_id", "phone", "name_and_birth_date"]);
export type Likeness = z.infer<typeof Likeness>;

/** A patient who may be the one that is about to be registered. */
export type Candidate = PatientSummary & { because: Likeness[] };
