import { z } from "zod";
import { Code } from "@/lib/catalogue/schema.words";
import { Id } from "@/lib/core/ids";
import { pageOf, pageQuery } from "@/lib/core/paging";
import { line, prose } from "@/lib/core/text";

const Instant = z.iso.datetime({ offset: true }).meta({ example: "2026-11-20T08:15:00.000Z" });

/** An instant as people give it: of this age of the world, as the database can hold it. */
export const GivenInstant = z.iso
  .datetime({ offset: true })
  .refine((text) => {
    const year = new Date(text).getUTCFullYear();
    return year >= 1900 && year < 3000;
  }, "This is not a time of this age. Check the year.")
  .meta({ example: "2026-11-20T08:15:00Z" });

export type OrderState = z.infer<typeof OrderState>;
export const OrderState = z.enum(["placed", "in_progress", "completed", "cancelled"]);

export type Priority = z.infer<typeof Priority>;
export const Priority = z.enum(["routine", "urgent", "stat"]);

/** States of a sample, whose life is told in lib/samples. */
export type SampleState = z.infer<typeof SampleState>;
export const SampleState = z.enum([
  "expected",
  "collected",
  "accessioned",
  "in_process",
  "completed",
  "stored",
  "disposed",
  "rejected",
  "cancelled",
]);

/** States of a result, whose life is told in lib/results. */
export type ResultState = z.infer<typeof ResultState>;
export const ResultState = z.enum([
  "pending",
  "entered",
  "verified",
  "released",
  "replaced",
  "cancelled",
  "withdrawn",
]);

/** Whom an order is for, as far as an order shows it. */
export type OrderPatient = z.infer<typeof OrderPatient>;
export const OrderPatient = z.object({
  id: Id,
  mrn: z.string().meta({ example: "100042" }),
  displayName: z.string().meta({ example: "JONES, William" }),
  familyName: z.string().meta({ example: "Jones" }),
  givenName: z.string().nullable().meta({ example: "William" }),
  birthDate: z.iso.date().nullable().meta({ example: "1961-06-15" }),
  birthDateEstimated: z.boolean(),
  sex: z.enum(["female", "male", "other", "unknown"]),
});

const OrderItem = z.object({
  id: Id,
  kind: z.enum(["test", "panel"]),
  code: z.string().meta({ example: "LIPID" }),
  name: z.string().meta({ example: "Lipid profile" }),
  /** The tests it asks for; a test that two items share is done once. */
  testCodes: z.array(z.string()),
  /**
   * What is charged for it, in minor units: nothing for a test that a panel of the order contains, null when
   * the price list had none. Shown to those who may see prices.
   */
  price: z.int().nullable().optional(),
  cancelledAt: Instant.nullable(),
  cancelReason: z.string().nullable(),
});

const OrderSample = z.object({
  id: Id,
  barcode: z.string().meta({ example: "261120-00042-1" }),
  sampleType: z.string().meta({ example: "blood-edta" }),
  sampleTypeName: z.string().meta({ example: "Whole blood, EDTA" }),
  container: z.string(),
  cap: z.string(),
  /** A special way of taking it. */
  collection: z.string().nullable(),
  state: SampleState,
  /** The rejected sample this one stands in for. */
  recollectionOfId: Id.nullable(),
});

const OrderResult = z.object({
  id: Id,
  analyteCode: z.string().meta({ example: "CHOL" }),
  analyteName: z.string().meta({ example: "Cholesterol" }),
  testCode: z.string(),
  sampleId: Id,
  state: ResultState,
});

const ProviderName = z.object({ id: Id, displayName: z.string().meta({ example: "Grace Hopper" }) });

const core = {
  id: Id,
  version: z.int(),
  accessionNumber: z.string().meta({ example: "261120-00042" }),
  state: OrderState,
  priority: Priority,
  patient: OrderPatient,
  providerId: Id.nullable(),
  provider: ProviderName.nullable(),
  placedAt: Instant,
  dueAt: Instant,
  completedAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
};

export type Order = z.infer<typeof Order>;
export const Order = z
  .object({
    ...core,
    placedBy: z.string(),
    clinicalNotes: z.string().nullable(),
    fasting: z.boolean().nullable(),
    /** Not recorded (null) counts as not pregnant (R6a). */
    pregnant: z.boolean().nullable(),
    cancelReason: z.string().nullable(),
    items: z.array(OrderItem),
    samples: z.array(OrderSample),
    results: z.array(OrderResult),
  })
  .meta({ id: "Order" });

/** How far an order has come, counted in results that still stand. */
export type OrderProgress = z.infer<typeof OrderProgress>;
export const OrderProgress = z.object({
  pending: z.int(),
  entered: z.int(),
  verified: z.int(),
  released: z.int(),
});

/** An order as one line of a list. */
export type OrderSummary = z.infer<typeof OrderSummary>;
export const OrderSummary = z
  .object({ ...core, itemNames: z.array(z.string()), progress: OrderProgress })
  .meta({ id: "OrderSummary" });

export const OrderSummaries = pageOf(OrderSummary);

/** What an order page shows beyond the order: how each result stands, and what may be done now. */
export type OrderPage = z.infer<typeof OrderPage>;
export const OrderPage = Order.extend({
  results: z.array(
    OrderResult.extend({
      section: z.string(),
      groupName: z.string().nullable(),
      dueAt: Instant,
      /** For those who may read results; a flag is part of the result. */
      flag: z.string().nullable(),
      replacesId: Id.nullable(),
      supersedesId: Id.nullable(),
    }),
  ),
  may: z.object({ change: z.boolean(), cancel: z.boolean(), cancelItems: z.array(Id), label: z.boolean() }),
}).meta({ id: "OrderPage" });

/** What is still to be taken, by order: the phlebotomist's list. */
export type CollectionList = z.infer<typeof CollectionList>;
export const CollectionList = pageOf(
  z.object({
    orderId: Id,
    accessionNumber: z.string(),
    priority: Priority,
    patient: OrderPatient,
    fasting: z.boolean().nullable(),
    placedAt: Instant,
    dueAt: Instant,
    samples: z.array(OrderSample.extend({ version: z.int() })),
  }),
);

const OrderedItem = z
  .strictObject({ testCode: Code.optional(), panelCode: Code.optional() })
  .refine((item) => (item.testCode === undefined) !== (item.panelCode === undefined), {
    message: "Name a test or a panel, one of them.",
  });

/** What is asked for: a test or a panel by its code. */
export type OrderedItem = z.infer<typeof OrderedItem>;

export type OrderPlacement = z.infer<typeof OrderPlacement>;
export const OrderPlacement = z
  .strictObject({
    patientId: Id,
    items: z.array(OrderedItem).min(1).max(60),
    providerId: Id.optional(),
    priority: Priority.default("routine"),
    clinicalNotes: prose({ max: 2000 }).optional(),
    fasting: z.boolean().optional(),
    pregnant: z.boolean().optional(),
  })
  .meta({
    example: {
      patientId: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10",
      items: [{ testCode: "FBC" }, { panelCode: "LIPID" }],
      priority: "routine",
      fasting: true,
    },
  });

/** What may still be corrected until the order is completed; null takes a value back. */
export type OrderChange = z.infer<typeof OrderChange>;
export const OrderChange = z
  .strictObject({
    providerId: Id.nullable().optional(),
    priority: Priority.optional(),
    clinicalNotes: prose({ max: 2000 }).nullable().optional(),
    fasting: z.boolean().nullable().optional(),
    pregnant: z.boolean().nullable().optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    message: "Say what to change.",
  })
  .meta({ example: { pregnant: true, priority: "urgent" } });

export type Cancellation = z.infer<typeof Cancellation>;
export const Cancellation = z
  .strictObject({ reason: line({ max: 300 }) })
  .meta({ example: { reason: "Ordered for the wrong patient" } });

export type OrderQuery = z.infer<typeof OrderQuery>;
export const OrderQuery = z.strictObject({
  ...pageQuery,
  state: OrderState.optional(),
  priority: Priority.optional(),
  patientId: Id.optional(),
  providerId: Id.optional(),
  /** How it begins. */
  accessionNumber: z
    .string()
    .regex(/^[A-Z0-9-]{1,20}$/, "Use A–Z, 0–9 and -.")
    .optional(),
  /** Placed at or after. */
  from: GivenInstant.optional(),
  /** Placed before. */
  to: GivenInstant.optional(),
});

export const PatientOrderQuery = OrderQuery.omit({ patientId: true });
