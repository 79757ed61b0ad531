import { z } from "zod";
import { Id } from "@/lib/core/ids";

const Instant = z.iso.datetime({ offset: true });

/** Who did what to what, when, from where. */
export const AuditEvent = z.object({
  id: Id,
  at: Instant,
  action: z.string().meta({ example: "sample.accessioned" }),
  sentence: z.string().meta({ description: "The action in words.", example: "Sample accessioned" }),
  outcome: z.enum(["done", "refused"]),
  actor: z.object({
    kind: z.string().meta({ description: "person, job or anonymous" }),
    id: Id.nullable(),
    name: z.string(),
    roles: z.array(z.string()),
  }),
  ip: z.string().nullable(),
  requestId: z.string(),
  recordType: z.string().nullable().meta({ example: "sample" }),
  recordId: z.string().nullable(),
  orderId: Id.nullable(),
  patientId: Id.nullable(),
  details: z.json().nullable().meta({ description: "What changed." }),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

/** One thing that happened to a record, as those who work with it read it. */
export const TimelineEntry = AuditEvent.pick({
  id: true,
  at: true,
  action: true,
  sentence: true,
  recordType: true,
  recordId: true,
  details: true,
}).extend({ by: z.string().meta({ description: "Name of the person.", example: "Grace Bench" }) });
export type TimelineEntry = z.infer<typeof TimelineEntry>;
