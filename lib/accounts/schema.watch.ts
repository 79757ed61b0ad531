import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { prose } from "@/lib/core/text";

/** A browser or a program that a person has signed in from. */
export const DeviceView = z.object({
  id: Id,
  name: z.string().meta({ example: "Firefox on Windows" }),
  current: z.boolean(),
  place: z.string().meta({ example: "demo.example.org", description: "The address it signs in at." }),
  ip: z.string().nullable().meta({ example: "203.0.113.7" }),
  timeZone: z.string().nullable().meta({ example: "Europe/London" }),
  sessions: z.int().meta({ description: "How many sessions are open on it.", example: 1 }),
  firstSeenAt: z.iso.datetime({ offset: true }),
  lastSeenAt: z.iso.datetime({ offset: true }),
});
export type DeviceView = z.infer<typeof DeviceView>;

export const SuspicionKindName = z.enum([
  "many_accounts",
  "refresh_replay",
  "code_spraying",
  "new_network",
  "not_me",
]);

export const SuspicionSort = z.enum(["newest", "oldest", "kind"]);
export type SuspicionSort = z.infer<typeof SuspicionSort>;

export const SuspicionAnswerName = z.enum([
  "noted",
  "notice_sent",
  "second_factor_asked",
  "sessions_ended",
  "account_locked",
]);

/** A warning as its owner reads it. */
export const WarningView = z.object({
  id: Id,
  at: z.iso.datetime({ offset: true }),
  kind: SuspicionKindName,
  answer: SuspicionAnswerName,
  place: z.string(),
  ip: z.string().nullable(),
});
export type WarningView = z.infer<typeof WarningView>;

/** A suspicion as operators see it: what it was seen by, what was done, and what somebody made of it. */
export const SuspicionView = WarningView.extend({
  accountId: Id.nullable(),
  publicId: z.string().nullable().meta({ example: "STF40718255" }),
  laboratoryId: Id.nullable(),
  evidence: z
    .record(z.string(), z.unknown())
    .meta({ example: { people: 12, attempts: 14, minutes: 10 }, description: "Counts and networks." }),
  state: z.enum(["open", "reviewed"]),
  reviewedAt: z.iso.datetime({ offset: true }).nullable(),
  reviewedBy: z.string().nullable().meta({ example: "STF10293847" }),
  note: z.string().nullable(),
});
export type SuspicionView = z.infer<typeof SuspicionView>;

export const Review = z
  .strictObject({ note: prose({ max: 1000 }) })
  .meta({ example: { note: "A colleague on the train. Called back, all is well." } });
