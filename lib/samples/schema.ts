import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { pageOf, pageQuery } from "@/lib/core/paging";
import type { Problem } from "@/lib/core/problem";
import { line } from "@/lib/core/text";
import {
  GivenInstant,
  OrderPatient,
  OrderState,
  Priority,
  ResultState,
  SampleState,
} from "@/lib/orders/schema";
import { LabelContent } from "./label-content";

const Instant = z.iso.datetime({ offset: true }).meta({ example: "2026-11-20T08:15:00.000Z" });

/** Why a sample is turned away (R6), with the words people read. */
export const rejectReasons = {
  haemolysed: "Haemolysed",
  clotted: "Clotted",
  insufficient: "Insufficient",
  wrong_container: "Wrong container",
  unlabelled: "Unlabelled",
  mislabelled: "Mislabelled",
  leaked: "Leaked",
  too_old: "Too old",
  temperature: "Temperature",
  other: "Other",
} as const;

export type RejectReason = keyof typeof rejectReasons;
// The table above has these keys and no others.
export const RejectReason = z.enum(Object.keys(rejectReasons) as [RejectReason, ...RejectReason[]]);

export const SampleRef = z.strictObject({ sampleId: Id });

const Somebody = z.object({ id: Id, name: z.string() }).nullable();

const core = {
  id: Id,
  version: z.int(),
  orderId: Id,
  accessionNumber: z.string().meta({ example: "261120-00042" }),
  barcode: z.string().meta({ example: "261120-00042-1" }),
  state: SampleState,
  sampleType: z.string().meta({ example: "blood-edta" }),
  sampleTypeName: z.string().meta({ example: "Blood, EDTA" }),
  container: z.string(),
  cap: z.string(),
  priority: Priority,
  patient: OrderPatient,
  collectedAt: Instant.nullable(),
  accessionedAt: Instant.nullable(),
  /** The rejected sample this one stands in for. */
  recollectionOfId: Id.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
};

/** A sample as one line of a list. */
export type SampleSummary = z.infer<typeof SampleSummary>;
export const SampleSummary = z
  .object({
    ...core,
    /** When the first of its unreleased results is due; null when nothing is. */
    dueAt: Instant.nullable(),
    /** How many of its results are unreleased. */
    openResults: z.int(),
  })
  .meta({ id: "SampleSummary" });

export const SampleSummaries = pageOf(SampleSummary);

export type Sample = z.infer<typeof Sample>;
export const Sample = z
  .object({
    ...core,
    number: z.int(),
    orderState: OrderState,
    dueAt: Instant.nullable(),
    collection: z.string().nullable(),
    parentId: Id.nullable(),
    collectedBy: Somebody,
    collectionNotRecorded: z.boolean(),
    site: z.string().nullable(),
    accessionedBy: Somebody,
    condition: z.string().nullable(),
    temperatureC: z.number().nullable(),
    rejectedAt: Instant.nullable(),
    rejectedBy: Somebody,
    rejectReasonCode: RejectReason.nullable(),
    rejectNote: z.string().nullable(),
    /** The sample that stands in for this rejected one. */
    recollectionId: Id.nullable(),
    storedAt: Instant.nullable(),
    storageLocation: z.string().nullable(),
    disposedAt: Instant.nullable(),
    disposeReason: z.string().nullable(),
    results: z.array(
      z.object({ id: Id, analyteCode: z.string(), analyteName: z.string(), state: ResultState }),
    ),
  })
  .meta({ id: "Sample" });

/** A rejected sample, the one that stands in for it, and what has left the laboratory already. */
export type RejectedSample = z.infer<typeof RejectedSample>;
export const RejectedSample = Sample.extend({
  /** Null when nothing of it was left to be measured. */
  recollection: Sample.nullable(),
  /** Released before: they stay as they are until somebody amends them or withdraws the report. */
  needAttention: z.array(z.object({ id: Id, analyteCode: z.string(), analyteName: z.string() })),
  advice: z.string().nullable(),
}).meta({ id: "RejectedSample" });

export type SampleQuery = z.infer<typeof SampleQuery>;
export const SampleQuery = z.strictObject({
  ...pageQuery,
  state: SampleState.optional(),
  sampleType: z.string().max(64).optional(),
  orderId: Id.optional(),
  section: z.string().max(60).optional(),
  /** How it begins. */
  barcode: z
    .string()
    .regex(/^[A-Z0-9-]{1,26}$/, "Use A–Z, 0–9 and -.")
    .optional(),
  /** Made at or after. */
  from: GivenInstant.optional(),
  /** Made before. */
  to: GivenInstant.optional(),
});

export type Collection = z.infer<typeof Collection>;
export const Collection = z
  .strictObject({ collectedAt: GivenInstant.optional(), site: line({ max: 100 }).optional() })
  .meta({ example: { site: "Left arm" } });

const arrival = {
  collectedAt: GivenInstant.optional(),
  /** The explicit statement that nobody knows when it was taken; the report prints it. */
  collectionNotRecorded: z.literal(true).optional(),
  condition: line({ max: 200 }).optional(),
  temperatureC: z.number().min(-200).max(100).optional(),
};

const oneStatement = {
  message: "Say when it was collected, or that this was not recorded; not both.",
  path: ["collectionNotRecorded"],
};

const saysOneThing = (given: { collectedAt?: unknown; collectionNotRecorded?: unknown }) =>
  given.collectedAt === undefined || given.collectionNotRecorded === undefined;

export type Arrival = z.infer<typeof Arrival>;
export const Arrival = z
  .strictObject(arrival)
  .refine(saysOneThing, oneStatement)
  .meta({ example: { collectedAt: "2026-11-20T08:15:00Z", temperatureC: 21 } });

export type Rejection = z.infer<typeof Rejection>;
export const Rejection = z
  .strictObject({ reasonCode: RejectReason, note: line({ max: 300 }).optional() })
  .refine(({ reasonCode, note }) => reasonCode !== "other" || note !== undefined, {
    message: "Say in words what is wrong with it.",
    path: ["note"],
  })
  .meta({ example: { reasonCode: "haemolysed" } });

export type Storage = z.infer<typeof Storage>;
export const Storage = z
  .strictObject({ location: line({ max: 100 }).optional() })
  .meta({ example: { location: "Fridge 2, rack 14" } });

export type Disposal = z.infer<typeof Disposal>;
export const Disposal = z
  .strictObject({ reason: line({ max: 300 }).optional() })
  .meta({ example: { reason: "Kept for 7 days" } });

export type CollectionCorrection = z.infer<typeof CollectionCorrection>;
export const CollectionCorrection = z
  .strictObject({ collectedAt: GivenInstant, reason: line({ max: 300 }) })
  .meta({ example: { collectedAt: "2026-11-20T07:45:00Z", reason: "Read off the request form" } });

/** What an accession station sends when a barcode is read. */
export type Scan = z.infer<typeof Scan>;
export const Scan = z
  .strictObject({
    barcode: line({ max: 60 }),
    /** The order whose tubes are being received; a tube of another is then not taken. */
    orderId: Id.optional(),
    ...arrival,
  })
  .refine(saysOneThing, oneStatement);

export type ScanOutcome = z.infer<typeof ScanOutcome>;
export const ScanOutcome = z.enum([
  "accessioned",
  "already_accessioned",
  "collection_not_known",
  "another_order",
  "rejected",
  "cancelled",
  "order_number",
  "unknown_number",
]);

/** What the station says. No name: two identifiers are enough to compare a tube by (R4). */
export type Scanned = z.infer<typeof Scanned>;
export const Scanned = z.object({
  outcome: ScanOutcome,
  /** What happened. */
  said: z.string(),
  /** What to do now; null when nothing is to be done. */
  next: z.string().nullable(),
  sample: z
    .object({
      id: Id,
      version: z.int(),
      barcode: z.string(),
      state: SampleState,
      sampleTypeName: z.string(),
      container: z.string(),
      cap: z.string(),
      accessionedAt: Instant.nullable(),
    })
    .nullable(),
  order: z
    .object({
      id: Id,
      accessionNumber: z.string(),
      priority: Priority,
      /** Tubes of this order that have arrived, of those that are to come; each counts once. */
      arrived: z.int(),
      awaited: z.int(),
    })
    .nullable(),
  patient: z.object({ mrn: z.string(), birthDate: z.iso.date().nullable() }).nullable(),
});

/** One label for each tube. */
export const Labels = z.array(LabelContent);

/** One sample of a bulk action, with what its verb asks for. */
export type SampleItem<Body> = { sampleId: string; version?: number | undefined; body: Body };

/** How a verb fared on one sample; the others are not touched by its problem. */
export type ItemOutcome = { sampleId: string; problem: Problem | null };
