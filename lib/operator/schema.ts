import { z } from "zod";
import { roleNames } from "@/lib/core/access";
import { Id } from "@/lib/core/ids";
import { prose } from "@/lib/core/text";

export const Instant = z.iso.datetime({ offset: true });

/** Why an operator does what hurts somebody: kept in the audit trail. */
export const Why = z.strictObject({
  reason: prose({ max: 500 }).meta({ example: "The contract ended on 31 October." }),
});

export const LaboratoryState = z.enum(["active", "suspended"]);

export const LaboratorySort = z.enum(["name", "newest", "oldest"]);
export type LaboratorySort = z.infer<typeof LaboratorySort>;

export const ProviderSort = z.enum(["newest", "oldest", "name", "email"]);
export type ProviderSort = z.infer<typeof ProviderSort>;

/** A laboratory as operators see it: nothing of what it works on. */
export const LaboratoryLine = z.object({
  id: Id,
  slug: z.string().meta({ example: "harbour" }),
  url: z.string().meta({ example: "https://harbour.example.org" }),
  name: z.string().meta({ example: "Harbour Laboratory" }),
  state: LaboratoryState,
  isDemonstration: z.boolean(),
  members: z.int().meta({ description: "People who work there now.", example: 12 }),
  lastActiveAt: Instant.nullable().meta({ description: "When one of them last did something." }),
  suspendedAt: Instant.nullable(),
  version: z.int().meta({ example: 1 }),
  createdAt: Instant,
});
export type LaboratoryLine = z.infer<typeof LaboratoryLine>;

export const OpenedLaboratory = LaboratoryLine.extend({
  timeZone: z.string().meta({ example: "Europe/London" }),
  currency: z.string().meta({ example: "GBP" }),
  suspendReason: z.string().nullable(),
  roles: z
    .array(z.object({ role: z.enum(roleNames), members: z.int() }))
    .meta({ description: "How many hold each role.", example: [{ role: "technician", members: 4 }] }),
  administrators: z
    .array(z.object({ accountId: Id, name: z.string(), email: z.string() }))
    .meta({ description: "Whom to write to." }),
  openSessions: z.int().meta({ example: 7 }),
  deadMails: z.int().meta({ description: "Mails in its name that could not be delivered.", example: 0 }),
});
export type OpenedLaboratory = z.infer<typeof OpenedLaboratory>;
