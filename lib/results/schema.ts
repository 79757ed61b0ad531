import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { pageOf, pageQuery } from "@/lib/core/paging";
import { line, prose } from "@/lib/core/text";
import { ResultState } from "@/lib/orders/schema";

export { ResultState } from "@/lib/orders/schema";

const Instant = z.iso.datetime({ offset: true }).meta({ example: "2026-11-20T08:15:00.000Z" });
const Reason = line({ min: 3, max: 300 }).meta({ example: "The tube was mixed poorly." });

export const Flag = z.enum(["LL", "L", "N", "H", "HH", "A"]);

/** What a value was judged by, as it was then (R9). */
export type JudgedBy = z.infer<typeof JudgedBy>;
export const JudgedBy = z.object({
  low: z.string().nullable().meta({ example: "13" }),
  high: z.string().nullable().meta({ example: "18" }),
  /** Printed as written beside the limits. */
  text: z.string().nullable(),
  /** "13 – 18", "≤ 199" or the text: what a person reads. */
  words: z.string().meta({ example: "13 – 18" }),
});

export type CriticalLimits = z.infer<typeof CriticalLimits>;
export const CriticalLimits = z.object({ low: z.string().nullable(), high: z.string().nullable() });

const Person = z.object({ id: Id, name: z.string().meta({ example: "Tess Technician" }) });

export type Result = z.infer<typeof Result>;
export const Result = z
  .object({
    id: Id,
    version: z.int(),
    orderId: Id,
    accessionNumber: z.string().meta({ example: "261120-00042" }),
    sampleId: Id,
    barcode: z.string().meta({ example: "261120-00042-1" }),
    patientId: Id,
    testCode: z.string().meta({ example: "FBC" }),
    testName: z.string().meta({ example: "Full blood count" }),
    analyteCode: z.string().meta({ example: "HGB" }),
    analyteName: z.string().meta({ example: "Haemoglobin" }),
    loinc: z.string().nullable().meta({ example: "718-7" }),
    section: z.string().meta({ example: "Haematology" }),
    group: z.string().nullable(),
    kind: z.enum(["numeric", "coded", "text"]),
    state: ResultState,
    /** A later version of it is released. */
    isSuperseded: z.boolean(),
    origin: z.string().meta({ example: "manual" }),
    /** As typed; null while pending and when not reported. */
    value: z.string().nullable().meta({ example: "12.5" }),
    /** An amendment took the value back. */
    notReported: z.boolean(),
    abnormal: z.boolean().nullable(),
    flag: Flag.nullable(),
    unit: z.string().nullable().meta({ example: "g/dL" }),
    decimals: z.int(),
    method: z.string().nullable(),
    interval: JudgedBy.nullable(),
    criticalLimit: CriticalLimits.nullable(),
    catalogueVersion: z.int().nullable(),
    /** Internal: never printed. */
    comment: z.string().nullable(),
    /** Printed on the report. */
    commentForReport: z.string().nullable(),
    enteredBy: Person.nullable(),
    enteredAt: Instant.nullable(),
    verifiedBy: Person.nullable(),
    verifiedAt: Instant.nullable(),
    /** One person did both, as the laboratory permits (R15). */
    selfVerified: z.boolean(),
    releasedBy: Person.nullable(),
    releasedAt: Instant.nullable(),
    /** The released version this one amends. */
    supersedesId: Id.nullable(),
    amendReason: z.string().nullable(),
    /** The result this one stands in for after a retest or a recollection. */
    replacesId: Id.nullable(),
    replaceReason: z.string().nullable(),
    cancelReason: z.string().nullable(),
    dueAt: Instant,
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "Result" });

export const Results = pageOf(Result);

/** R19: one call, or one attempt at it. */
export type CriticalNotification = z.infer<typeof CriticalNotification>;
export const CriticalNotification = z.object({
  id: Id,
  resultId: Id,
  notifiedAt: Instant,
  notifiedBy: Person,
  recipientName: z.string(),
  recipientRole: z.string(),
  method: z.enum(["phone", "in_person", "message"]),
  outcome: z.enum(["read_back", "reached_no_read_back", "unable_to_reach"]),
  note: z.string().nullable(),
  createdAt: Instant,
});

export const CriticalNotifications = z.object({ data: z.array(CriticalNotification) });

export type NewCriticalNotification = z.infer<typeof NewCriticalNotification>;
export const NewCriticalNotification = z
  .strictObject({
    notifiedAt: Instant,
    recipientName: line({ min: 2, max: 120 }),
    recipientRole: line({ min: 2, max: 80 }),
    method: CriticalNotification.shape.method,
    outcome: CriticalNotification.shape.outcome,
    note: prose({ max: 1000 }).nullish(),
  })
  .refine(({ outcome, note }) => outcome !== "unable_to_reach" || Boolean(note), {
    path: ["note"],
    message: "Nobody was reached: say what was done then.",
  })
  .meta({
    example: {
      notifiedAt: "2026-11-20T08:20:00Z",
      recipientName: "Dr. Nicholas Radon",
      recipientRole: "Requester",
      method: "phone",
      outcome: "read_back",
    },
  });

/** Somebody an amended value has to be told to, and why (R18). */
export type ToBeTold = z.infer<typeof ToBeTold>;
export const ToBeTold = z.object({
  who: z.enum(["requester", "called"]),
  name: z.string(),
  role: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  because: z.string().meta({ example: "Received version 1 of the report." }),
});

export type ResultChange = z.infer<typeof ResultChange>;
export const ResultChange = z.object({
  id: Id,
  at: Instant,
  by: z.string(),
  what: z.enum(["corrected", "judged_anew", "would_change", "would_not_change"]),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
});

/** A result with all that happened to it and to its other versions. */
export type ResultDetail = z.infer<typeof ResultDetail>;
export const ResultDetail = Result.extend({
  changes: z.array(ResultChange),
  /** Every version of this line of the order, this one among them, oldest first. */
  versions: z.array(Result),
  notifications: z.array(CriticalNotification),
  toBeTold: z.array(ToBeTold),
}).meta({ id: "ResultDetail" });

export const ResultRef = z.strictObject({ resultId: Id });
export const WithReason = z.strictObject({ reason: Reason });

const Value = prose({ max: 2000 }).meta({ example: "12.5" });
const Unit = line({ max: 60 }).meta({ example: "g/dL" });

/** One value as it is entered at the bench (R11). */
export type ResultEntry = z.infer<typeof ResultEntry>;
export const ResultEntry = z.strictObject({
  analyteCode: z.string().max(32),
  value: Value,
  /** Refused unless it is the catalogue's. */
  unit: Unit.nullish(),
  comment: prose({ max: 1000 }).nullish(),
  commentForReport: prose({ max: 1000 }).nullish(),
  /** Marks a text as abnormal, or as not. */
  abnormal: z.boolean().nullish(),
  /** The version of the result that was looked at: refused when somebody changed it since. */
  version: z.int().positive().optional(),
});

export type EnterResults = z.infer<typeof EnterResults>;
export const EnterResults = z
  .strictObject({ results: z.array(ResultEntry).min(1).max(200) })
  .meta({ example: { results: [{ analyteCode: "HGB", value: "12.5", unit: "g/dL" }] } });

export type EnteredResult = z.infer<typeof EnteredResult>;
export const EnteredResult = Result.pick({
  id: true,
  version: true,
  analyteCode: true,
  state: true,
  value: true,
  unit: true,
  flag: true,
  abnormal: true,
  interval: true,
  criticalLimit: true,
  comment: true,
  commentForReport: true,
  enteredAt: true,
}).extend({ enteredBy: z.string() });

export type EnteredResults = z.infer<typeof EnteredResults>;
export const EnteredResults = z.object({ sampleId: Id, results: z.array(EnteredResult) });

export type VerifyResults = z.infer<typeof VerifyResults>;
export const VerifyResults = z
  .strictObject({
    /** Absent: every result of the sample that is entered. */
    resultIds: z.array(Id).min(1).max(200).optional(),
    /** The versions that were looked at: a result changed since is refused. */
    seen: z
      .array(z.strictObject({ resultId: Id, version: z.int().positive() }))
      .max(200)
      .optional(),
  })
  .meta({ example: {} });

export type VerifiedResults = z.infer<typeof VerifiedResults>;
export const VerifiedResults = z.object({
  sampleId: Id,
  results: z.array(z.object({ id: Id, version: z.int(), analyteCode: z.string(), state: ResultState })),
});

export type AmendResult = z.infer<typeof AmendResult>;
export const AmendResult = z
  .strictObject({
    value: Value.optional(),
    notReported: z.literal(true).optional(),
    unit: Unit.nullish(),
    abnormal: z.boolean().nullish(),
    commentForReport: prose({ max: 1000 }).nullish(),
    reason: Reason,
  })
  .refine(({ value, notReported }) => (value === undefined) === (notReported === true), {
    path: ["value"],
    message: "Give the right value, or say that it is not reported.",
  })
  .meta({ example: { value: "13.5", reason: "The value of another tube was typed." } });

export type ResultQuery = z.infer<typeof ResultQuery>;
export const ResultQuery = z.strictObject({
  ...pageQuery,
  state: ResultState.optional(),
  flag: Flag.optional(),
  section: z.string().max(60).optional(),
  sampleId: Id.optional(),
  orderId: Id.optional(),
  patientId: Id.optional(),
  analyteCode: z.string().max(32).optional(),
  /** Critical values whose notification is still owed (R19). */
  criticalOpen: z.stringbool().optional(),
  sort: z.enum(["newest", "due"]).default("newest"),
});

export const PatientResultQuery = z.strictObject({
  ...pageQuery,
  analyteCode: z.string().max(32).optional(),
});
