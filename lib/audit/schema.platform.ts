import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { AuditEvent } from "./schema";

export const EventSort = z.enum(["newest", "oldest"]);
export type EventSort = z.infer<typeof EventSort>;

/** What happened outside any one laboratory: at the root address and the portal, and what operators did. */
export const PlatformEvent = AuditEvent.pick({
  id: true,
  at: true,
  action: true,
  sentence: true,
  outcome: true,
  ip: true,
  requestId: true,
  recordType: true,
  recordId: true,
  details: true,
}).extend({
  actor: z.object({
    kind: z.string().meta({ description: "person, job or anonymous" }),
    id: Id.nullable(),
    name: z.string(),
  }),
  place: z.string().meta({ description: "The address it happened at.", example: "example.org" }),
});
export type PlatformEvent = z.infer<typeof PlatformEvent>;
