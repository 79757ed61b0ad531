import { z } from "zod";
import { AccountType, SecondFactorMethod } from "@/lib/accounts/schema";
import { roleNames } from "@/lib/core/access";
import { Id } from "@/lib/core/ids";
import { Instant } from "./schema";

export const AccountState = z.enum(["active", "locked", "disabled"]);
export type AccountState = z.infer<typeof AccountState>;

export const AccountSort = z.enum(["newest", "oldest", "name", "email"]);
export type AccountSort = z.infer<typeof AccountSort>;

/** An account as operators see it. Never what its owner signs in with. */
export const AccountLine = z.object({
  id: Id,
  publicId: z.string().meta({ example: "STF40718255" }),
  kind: AccountType,
  state: AccountState,
  name: z.string().meta({ example: "Ada Okafor" }),
  email: z.string().meta({ example: "ada@demo.test" }),
  emailVerified: z.boolean(),
  username: z.string().nullable(),
  isOperator: z.boolean(),
  isDemonstration: z.boolean(),
  version: z.int().meta({ example: 1 }),
  createdAt: Instant,
});
export type AccountLine = z.infer<typeof AccountLine>;

const AccountSession = z.object({
  id: Id,
  place: z.string().meta({ description: "The address it is signed in at.", example: "demo.example.org" }),
  door: z.enum(["browser", "program"]),
  device: z.string().meta({ example: "Firefox on Windows" }),
  ip: z.string().nullable(),
  firstFactor: z.string().meta({ example: "password" }),
  secondFactor: z.string().nullable(),
  createdAt: Instant,
  lastActiveAt: Instant,
});

const AccountDevice = z.object({
  id: Id,
  place: z.string(),
  name: z.string(),
  ip: z.string().nullable(),
  firstSeenAt: Instant,
  lastSeenAt: Instant,
});

/** A change of address that came true. What was mailed for it is never told. */
const AddressChange = z.object({
  id: Id,
  by: z.enum(["owner", "operator"]).meta({
    description: "The owner, or whoever acted as one, who confirmed it at both; or an operator.",
  }),
  from: z.string().meta({ example: "ada@demo.test" }),
  to: z.string().meta({ example: "ada@harbour.test" }),
  place: z.string().meta({ description: "The address it was asked for at.", example: "demo.example.org" }),
  ip: z.string().nullable().meta({ description: "Where it was asked for; null for an operator's." }),
  device: z.string().nullable().meta({ example: "Firefox on Windows" }),
  askedAt: Instant,
  at: Instant.meta({ description: "When it came true." }),
  restorable: z.boolean().meta({ description: "Whether the account has another address than before it." }),
});

const Membership = z.object({
  laboratoryId: Id,
  laboratory: z.string(),
  slug: z.string(),
  roles: z.array(z.enum(roleNames)),
  state: z.enum(["active", "removed"]),
});

export const OpenedAccount = AccountLine.extend({
  emailVerifiedAt: Instant.nullable(),
  stateReason: z.string().nullable(),
  updatedAt: Instant,
  passwordChangedAt: Instant.nullable(),
  secondFactors: z
    .array(SecondFactorMethod)
    .meta({ description: "Which second factors are on.", example: ["totp", "recovery_code"] }),
  recoveryCodesLeft: z.int(),
  failedSignIns: z.object({
    inARow: z.int().meta({ description: "Wrong passwords since the last right one." }),
    waitsUntil: Instant.nullable().meta({ description: "Sign-in waits until then, somewhere." }),
  }),
  openSuspicions: z.int(),
  sessions: z.array(AccountSession).meta({ description: "Those that are open, the newest 50." }),
  devices: z.array(AccountDevice).meta({ description: "Those that are known, the latest 50." }),
  addressChanges: z
    .array(AddressChange)
    .meta({ description: "What addresses it has had in the last 90 days, the latest change first." }),
  memberships: z.array(Membership),
});
export type OpenedAccount = z.infer<typeof OpenedAccount>;

export const EndedSessions = z.object({ ended: z.int().meta({ example: 3 }) });
export type EndedSessions = z.infer<typeof EndedSessions>;

/** valid: it can still be used · used · superseded: a newer one took its place · expired. */
export const ResetState = z.enum(["valid", "used", "superseded", "expired"]);

export const ResetSort = z.enum(["newest", "oldest", "email", "most_tries", "ends_first", "ends_last"]);
export type ResetSort = z.infer<typeof ResetSort>;

/** A request for a new password, without what it is answered with. */
export const ResetRequest = z.object({
  id: Id,
  state: ResetState,
  email: z.string(),
  place: z.string().meta({ example: "demo.example.org" }),
  account: z
    .object({ id: Id, publicId: z.string() })
    .nullable()
    .meta({ description: "Null when nobody has this address: then nothing was mailed." }),
  triesSpent: z.int(),
  ip: z.string().nullable(),
  device: z.string(),
  createdAt: Instant,
  codeExpiresAt: Instant,
  linkExpiresAt: Instant,
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable().meta({ description: "link, code or superseded" }),
});
export type ResetRequest = z.infer<typeof ResetRequest>;
