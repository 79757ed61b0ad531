import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { OrderPage, ResultState } from "@/lib/orders/schema";
import { Report } from "@/lib/reports/schema";
import { Flag, JudgedBy } from "@/lib/results/schema";
import { Sample } from "@/lib/samples/schema";
import { InvoiceSummary } from "./schema";

const Instant = z.iso.datetime({ offset: true });

/** One line of results as it stands: what was replaced or superseded is not among them. */
export type OrderLine = z.infer<typeof OrderLine>;
export const OrderLine = z.object({
  id: Id,
  sampleId: Id,
  testCode: z.string(),
  analyteName: z.string(),
  state: ResultState,
  value: z.string().nullable(),
  notReported: z.boolean(),
  flag: Flag.nullable(),
  unit: z.string().nullable(),
  interval: JudgedBy.nullable(),
  commentForReport: z.string().nullable(),
  cancelReason: z.string().nullable(),
  /** Why a released value was amended to this one. */
  amendReason: z.string().nullable(),
  /** An amendment of it is under way. */
  isBeingAmended: z.boolean(),
  /** A critical value that nobody took the call for yet. */
  callIsOpen: z.boolean(),
  previous: z.object({ value: z.string(), at: Instant }).nullable(),
});

/** All there is to an order, as far as its reader may see it. */
export type WholeOrder = z.infer<typeof WholeOrder>;
export const WholeOrder = OrderPage.omit({ samples: true }).extend({
  /** When the first sample was taken; "age unknown" where it cannot be told. Null before. */
  ageAtCollection: z.string().nullable(),
  samples: z.array(
    Sample.pick({
      id: true,
      version: true,
      barcode: true,
      state: true,
      sampleTypeName: true,
      container: true,
      cap: true,
      collection: true,
      collectedAt: true,
      collectionNotRecorded: true,
      accessionedAt: true,
      condition: true,
      recollectionOfId: true,
      rejectedAt: true,
      rejectReasonCode: true,
      rejectNote: true,
    }),
  ),
  /** For those who may read results; empty for others, who see how far each is in `results`. */
  lines: z.array(OrderLine),
  /** For those who may read reports, the newest first. */
  reports: z.array(Report.omit({ patient: true })),
  /** For those who may see invoices, the newest first. */
  invoices: z.array(InvoiceSummary),
});
