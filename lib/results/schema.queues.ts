import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { pageQuery } from "@/lib/core/paging";
import { OrderPatient, OrderState, Priority, ResultState, SampleState } from "@/lib/orders/schema";
import { CriticalLimits, CriticalNotification, Flag, JudgedBy, Result } from "./schema";

/* What the bench's pages show: the grid of one sample, and the queues in front of each step. */

const Instant = z.iso.datetime({ offset: true });

const Choice = z.object({ code: z.string(), label: z.string(), abnormal: z.boolean() });

export type GridLine = z.infer<typeof GridLine>;
export const GridLine = z.object({
  resultId: Id,
  version: z.int(),
  analyteCode: z.string(),
  analyteName: z.string(),
  testName: z.string(),
  loinc: z.string().nullable(),
  kind: z.enum(["numeric", "coded", "text"]),
  unit: z.string().nullable(),
  decimals: z.int(),
  method: z.string().nullable(),
  choices: z.array(Choice),
  /** Of an unjudged line: what would apply now. */
  interval: JudgedBy.nullable(),
  criticalLimit: CriticalLimits.nullable(),
  state: ResultState,
  value: z.string().nullable(),
  notReported: z.boolean(),
  abnormal: z.boolean().nullable(),
  flag: Flag.nullable(),
  comment: z.string().nullable(),
  commentForReport: z.string().nullable(),
  enteredBy: z.string().nullable(),
  enteredAt: Instant.nullable(),
  verifiedBy: z.string().nullable(),
  verifiedAt: Instant.nullable(),
  selfVerified: z.boolean(),
  releasedAt: Instant.nullable(),
  /** The released value that this line amends. */
  amends: z
    .object({ value: z.string().nullable(), unit: z.string().nullable(), reason: z.string() })
    .nullable(),
  /** Why the line stands in for another. */
  replaceReason: z.string().nullable(),
  cancelReason: z.string().nullable(),
  /** The patient's earlier released value, in the same unit. */
  previous: z.object({ value: z.string(), flag: Flag.nullable(), at: Instant }).nullable(),
  /** A critical value that nobody took the call for yet. */
  callIsOpen: z.boolean(),
  may: z.object({
    enter: z.boolean(),
    verify: z.boolean(),
    retest: z.boolean(),
    cancel: z.boolean(),
    amend: z.boolean(),
    recordCall: z.boolean(),
  }),
  /** Stands in the button's place: "entered by you". */
  whyNotVerify: z.string().nullable(),
});

/** What a person goes from sample to sample for: to enter what is pending, or to verify what was entered. */
export type GridRound = z.infer<typeof GridRound>;
export const GridRound = z.object({ section: z.string(), state: z.enum(["pending", "entered"]) });

export type Grid = z.infer<typeof Grid>;
export const Grid = z.object({
  patient: OrderPatient,
  order: z.object({
    id: Id,
    accessionNumber: z.string(),
    state: OrderState,
    priority: Priority,
    fasting: z.boolean().nullable(),
    pregnant: z.boolean().nullable(),
    clinicalNotes: z.string().nullable(),
    requester: z.string().nullable(),
    placedAt: Instant,
  }),
  sample: z.object({
    id: Id,
    version: z.int(),
    barcode: z.string(),
    state: SampleState,
    sampleTypeName: z.string(),
    container: z.string(),
    cap: z.string(),
    collectedAt: Instant.nullable(),
    collectionNotRecorded: z.boolean(),
    accessionedAt: Instant.nullable(),
    condition: z.string().nullable(),
    /** In words, at collection: "65 years". */
    age: z.string(),
    dueAt: Instant.nullable(),
  }),
  otherSamples: z.array(
    z.object({
      id: Id,
      barcode: z.string(),
      state: SampleState,
      sampleTypeName: z.string(),
      cap: z.string(),
      rejectReason: z.string().nullable(),
    }),
  ),
  /** Why nothing can be entered, or null. */
  whyNotEnter: z.string().nullable(),
  /** The round this sample is worked on in: a section, and what its samples wait for. */
  round: GridRound,
  /** The sample after this one on that round; null when none waits. */
  next: z.object({ sampleId: Id, barcode: z.string() }).nullable(),
  groups: z.array(z.object({ name: z.string().nullable(), lines: z.array(GridLine) })),
});

const queued = {
  sampleId: Id,
  version: z.int(),
  barcode: z.string(),
  cap: z.string(),
  sampleTypeName: z.string(),
  sampleState: SampleState,
  orderId: Id,
  accessionNumber: z.string(),
  priority: Priority,
  patient: OrderPatient,
  /** In words, at collection: "65 years". */
  age: z.string(),
  tests: z.array(z.string()),
  /** The flags there are, the gravest first; N and none left out. */
  flags: z.array(Flag),
  enteredBy: z.array(z.string()),
  dueAt: Instant,
  /** When the sample arrived at the bench. */
  since: Instant.nullable(),
  isOverdue: z.boolean(),
};

/** A sample whose values wait for verification. */
export type ToVerify = z.infer<typeof ToVerify>;
export const ToVerify = z.object({
  ...queued,
  entered: z.int(),
  pending: z.int(),
  /** What this person may verify, with the versions shown. */
  verifiable: z.array(z.object({ resultId: Id, version: z.int() })),
  /** "entered by you" when there is nothing they may verify. */
  whyNot: z.string().nullable(),
});

export const VerificationQueue = z.object({ data: z.array(ToVerify), hasMore: z.boolean() });

const MissingResult = z.object({
  resultId: Id,
  analyteCode: z.string(),
  analyteName: z.string(),
  testName: z.string(),
  state: z.enum(["pending", "entered", "verified"]),
});

/** An order with something to release. */
export type ToRelease = z.infer<typeof ToRelease>;
export const ToRelease = z.object({
  orderId: Id,
  accessionNumber: z.string(),
  priority: Priority,
  patient: OrderPatient,
  requester: z.string().nullable(),
  tests: z.array(z.string()),
  verified: z.int(),
  released: z.int(),
  flags: z.array(Flag),
  /** Critical values that nobody took the call for yet; a release does not wait for them. */
  openCalls: z.int(),
  /** What a final report still waits for; empty: it can be released as final. */
  missing: z.array(MissingResult),
  placedAt: Instant,
  dueAt: Instant,
  isOverdue: z.boolean(),
});

export const ReleaseQueue = z.object({ data: z.array(ToRelease), hasMore: z.boolean() });

export type WorklistQuery = z.infer<typeof WorklistQuery>;
export const WorklistQuery = z.strictObject({
  ...pageQuery,
  section: z.string().max(60).optional(),
  state: z.enum(["pending", "entered"]).optional(),
  priority: Priority.optional(),
});

/** A sample at the bench with work left. */
export type WorklistLine = z.infer<typeof WorklistLine>;
export const WorklistLine = z
  .object({ ...queued, pending: z.int(), entered: z.int() })
  .meta({ id: "WorklistLine" });

export type WorklistSection = z.infer<typeof WorklistSection>;
export const WorklistSection = z.object({
  section: z.string().meta({ example: "Haematology" }),
  /** Samples with values still to be entered, and to be verified. */
  pending: z.int(),
  entered: z.int(),
  overdue: z.int(),
  /** When the longest waiting of the pending arrived. */
  oldestAt: Instant.nullable(),
});

export type Worklist = z.infer<typeof Worklist>;
export const Worklist = z
  .object({
    sections: z.array(WorklistSection),
    /** There are more samples at the bench than were counted. */
    sectionsAreCapped: z.boolean(),
    data: z.array(WorklistLine),
    nextCursor: z.string().nullable(),
    hasMore: z.boolean(),
  })
  .meta({ id: "Worklist" });

/** A critical value that somebody has to be told. */
export type OpenCritical = z.infer<typeof OpenCritical>;
export const OpenCritical = z.object({
  result: Result,
  patient: OrderPatient,
  requester: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  attempts: z.array(CriticalNotification),
});

export const OpenCriticals = z.object({ data: z.array(OpenCritical), hasMore: z.boolean() });

/** A released result that a correction would flag otherwise (R6a): to be amended by a person. */
export const WouldChange = z.object({
  data: z.array(
    z.object({
      result: Result,
      since: Instant,
      flag: z.object({ printed: Flag.nullable(), now: Flag.nullable() }),
      interval: z.object({ printed: z.string(), now: z.string() }),
    }),
  ),
});
