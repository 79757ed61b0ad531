import { z } from "zod";

/*
 * What a report version says, frozen when it is released (R9, R22). It is complete: the document is printed from
 * it alone, so later edits of patient, catalogue or laboratory do not reach it. People are names, as they were.
 */

const Instant = z.iso.datetime({ offset: true });
const PlainDate = z.iso.date();
/** A plain decimal, as `compareDecimals` takes it. */
const Decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

export type LaboratoryOnPaper = z.infer<typeof LaboratoryOnPaper>;
export const LaboratoryOnPaper = z.object({
  name: z.string(),
  addressLines: z.array(z.string()),
  licence: z.string().optional(),
  director: z.string().optional(),
  phone: z.string().optional(),
  timeZone: z.string(),
  /** The laboratory's colour, moved until it shows on white: `#rrggbb`. */
  colourLine: z.string().regex(/^#[0-9a-f]{6}$/i),
});

export type PatientOnPaper = z.infer<typeof PatientOnPaper>;
export const PatientOnPaper = z.object({
  familyName: z.string(),
  givenName: z.string().optional(),
  mrn: z.string(),
  birthDate: PlainDate.optional(),
  birthDateEstimated: z.boolean(),
  sex: z.enum(["female", "male", "other", "unknown"]),
  /** In words: "65 years". */
  ageAtCollection: z.string().optional(),
});

export type ReportedLine = z.infer<typeof ReportedLine>;
export const ReportedLine = z.object({
  analyte: z.string(),
  loinc: z.string().optional(),
  kind: z.enum(["numeric", "coded", "text"]),
  /** As typed; null while pending, when cancelled, or not reported. */
  value: z.string().nullable(),
  /** True when an amendment took the value back. */
  notReported: z.boolean().optional(),
  unit: z.string().optional(),
  flag: z.enum(["LL", "L", "N", "H", "HH", "A"]).nullable(),
  /** The flag in words: "critical", "low", "abnormal". Empty for N and none. */
  flagWords: z.string(),
  /** "13 – 18", the catalogue's own text, or "no interval". */
  intervalText: z.string(),
  /** What the value was judged by, both inclusive; `at` is the value itself, when it is one point. */
  band: z.object({ low: Decimal.optional(), high: Decimal.optional(), at: Decimal.optional() }).optional(),
  method: z.string().optional(),
  previous: z.object({ value: z.string(), at: Instant }).optional(),
  /** The version of the report that first printed this value in place of another. */
  correctedInVersion: z.int().positive().optional(),
  /** What stood there before the correction. */
  former: z.string().optional(),
  /** Meant for the report; what is internal never comes here. */
  comment: z.string().optional(),
  performedBy: z.string().optional(),
  performedAt: Instant.optional(),
  verifiedBy: z.string().optional(),
  verifiedAt: Instant.optional(),
  /** True when one person did both, as the laboratory permits (R15): printed. */
  selfVerified: z.boolean(),
  releasedBy: z.string().optional(),
  releasedAt: Instant.optional(),
  state: z.enum(["released", "pending", "cancelled"]),
  /** Why it is pending or cancelled. */
  pendingReason: z.string().optional(),
});

export type CriticalOnPaper = z.infer<typeof CriticalOnPaper>;
export const CriticalOnPaper = z.object({
  analyte: z.string(),
  value: z.string(),
  unit: z.string().optional(),
  flag: z.enum(["LL", "HH"]),
  notifications: z.array(
    z.object({
      at: Instant,
      by: z.string(),
      recipientName: z.string(),
      recipientRole: z.string(),
      method: z.enum(["phone", "in_person", "message"]),
      outcome: z.enum(["read_back", "reached_no_read_back", "unable_to_reach"]),
      note: z.string().optional(),
    }),
  ),
});

export type SampleOnPaper = z.infer<typeof SampleOnPaper>;
export const SampleOnPaper = z.object({
  barcode: z.string(),
  sampleType: z.string(),
  condition: z.string().optional(),
  /** False when the condition belongs on the report. */
  conditionPerfect: z.boolean(),
  collectedAt: Instant.optional(),
  collectionNotRecorded: z.boolean(),
  receivedAt: Instant.optional(),
});

export type Correction = z.infer<typeof Correction>;
export const Correction = z.object({
  /** The version of the report that made it. */
  version: z.int().positive(),
  analyte: z.string(),
  /** Value and unit as each version printed them. */
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  at: Instant,
  by: z.string(),
});

export type ReportContent = z.infer<typeof ReportContent>;
export const ReportContent = z.object({
  laboratory: LaboratoryOnPaper,
  report: z.object({
    /** Version 1, 2, 3 … of the order's report. */
    number: z.int().positive(),
    status: z.enum(["preliminary", "final"]),
    isCorrected: z.boolean(),
    reason: z.string().optional(),
    checkCode: z.string(),
    checkUrl: z.url(),
    issuedAt: Instant,
    issuedBy: z.string(),
    demonstration: z.boolean(),
  }),
  patient: PatientOnPaper,
  requester: z.string().optional(),
  order: z.object({
    accessionNumber: z.string(),
    placedAt: Instant,
    clinicalNotes: z.string().optional(),
    fasting: z.boolean().optional(),
    pregnant: z.boolean().optional(),
    priority: z.enum(["routine", "urgent", "stat"]),
  }),
  samples: z.array(SampleOnPaper),
  /** Of all versions up to this one: later versions keep listing earlier corrections. */
  corrections: z.array(Correction),
  sections: z.array(
    z.object({
      /** The test or panel. */
      heading: z.string(),
      sampleBarcode: z.string(),
      lines: z.array(ReportedLine),
    }),
  ),
  critical: z.array(CriticalOnPaper),
  /** What a preliminary report still waits for. */
  pendingTests: z.array(z.string()),
  reportedAt: Instant,
});
