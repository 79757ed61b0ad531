import { z } from "zod";
import { InvoiceSummary } from "@/lib/billing/schema";
import { CollectionList } from "@/lib/orders/schema";
import { Report } from "@/lib/reports/schema";
import { OpenCritical, ToRelease, ToVerify, WorklistSection } from "@/lib/results/schema.queues";
import { SampleSummary } from "@/lib/samples/schema";

const Instant = z.iso.datetime({ offset: true }).meta({ example: "2026-11-20T06:44:00.000Z" });

/** The first of a queue, and how long it is: counted up to a bound, beyond which it is only known to go on. */
function firstOf<Noun extends z.ZodType>(noun: Noun) {
  return z.object({
    data: z.array(noun),
    waiting: z.int(),
    isCapped: z.boolean().meta({ description: "There are more than were counted." }),
  });
}

/** How far today's samples have come. */
export type Flow = z.infer<typeof Flow>;
export const Flow = z.object({
  placed: z.int(),
  collected: z.int(),
  accessioned: z.int(),
  entered: z.int(),
  verified: z.int(),
  released: z.int(),
  isCapped: z.boolean(),
});

/** Samples arriving, hour by hour of the laboratory's clock. */
export type Arrivals = z.infer<typeof Arrivals>;
export const Arrivals = z.object({
  /** The hour of the day it is now: later ones are still to come. */
  hour: z.int().min(0).max(23),
  today: z.array(z.int()).length(24),
  /** The median of the same weekday in earlier weeks, and of how many; null in a laboratory's first week. */
  usual: z.object({ weeks: z.int(), byHour: z.array(z.number()).length(24) }).nullable(),
});

export type SectionAtWork = z.infer<typeof SectionAtWork>;
export const SectionAtWork = WorklistSection.extend({
  /** Who entered last in this section, in the last half hour. */
  lastEntry: z.object({ by: z.string(), at: Instant }).nullable(),
});

/** What waits in the laboratory, each part for those whose permissions allow it; null for the others. */
export type Dashboard = z.infer<typeof Dashboard>;
export const Dashboard = z
  .object({
    at: Instant,
    calls: firstOf(OpenCritical).nullable(),
    verification: firstOf(ToVerify)
      .extend({
        /** Of those counted: past their turnaround, and not for this person to verify. */
        overdue: z.int(),
        notYours: z.int(),
      })
      .nullable(),
    release: firstOf(ToRelease).extend({ overdue: z.int() }).nullable(),
    entry: z.object({ sections: z.array(SectionAtWork), waiting: z.int(), isCapped: z.boolean() }).nullable(),
    collection: firstOf(CollectionList.shape.data.element).nullable(),
    /** Collected, and on their way to the bench. */
    arriving: firstOf(SampleSummary).nullable(),
    reports: firstOf(Report).nullable().meta({ description: "Issued today." }),
    invoices: z.object({ toIssue: firstOf(InvoiceSummary), unpaid: firstOf(InvoiceSummary) }).nullable(),
    flow: Flow,
    arrivals: Arrivals,
  })
  .meta({ id: "Dashboard" });
