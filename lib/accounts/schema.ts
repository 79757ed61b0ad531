import { z } from "zod";
import { type Permission, permissions, roleNames } from "@/lib/core/access";
import { Id } from "@/lib/core/ids";
import { line } from "@/lib/core/text";
import { emailKey } from "./policy";

/** An e-mail address as its owner writes it; `emailKey` is how it is compared. */
export const Email = z
  .string()
  .max(254, "Use at most 254 characters.")
  .transform((email) => email.trim())
  .refine((email) => emailKey(email) !== null, "This is not an e-mail address.")
  .meta({ example: "ada@demo.test" });

/** A password that is being chosen. Its faults are told by `passwordFaults`, together. */
export const NewPassword = z
  .string()
  .min(1)
  .max(1024, "Use at most 128 characters.")
  .meta({ example: "four-Unrelated-words-7", format: "password" });

/** A password that is being proved: whatever it is, it is right or wrong. */
export const Password = z.string().min(1).max(1024).meta({ format: "password" });

export const PersonName = line({ max: 80 }).meta({ example: "Ada" });

/** A name to sign in with beside the e-mail address: no @, and nothing that reads like a public id. */
export const Username = z
  .string()
  .max(120, "Use at most 30 characters.")
  .transform((name) => name.trim().normalize("NFKC").toLowerCase())
  .pipe(
    z
      .string()
      .regex(
        /^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/,
        "Use small letters and digits, a letter first, and single dots, hyphens or underscores between them.",
      )
      .min(3, "Use at least 3 characters.")
      .max(30, "Use at most 30 characters.")
      .refine((name) => !/^(pat|doc|stf)\d+$/.test(name), "This reads like a public id. Choose another."),
  )
  .meta({ example: "ada.okafor" });

/** The one answer to whoever asks for a mail, whether or not there is anybody to write to (S16). */
export const MailOnItsWay = z.object({
  detail: z.literal("If there is anybody to write to at this address, a mail is on its way."),
});
export const mailOnItsWay = {
  detail: "If there is anybody to write to at this address, a mail is on its way.",
} as const satisfies z.infer<typeof MailOnItsWay>;

/** A random token as it stands in a link. */
export const Token = z.string().min(1).max(200);

export const SixDigits = z
  .string()
  .transform((code) => code.replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "A code has six digits."))
  .meta({ example: "407182" });

export const AccountType = z.enum(["patient", "provider", "staff"]);

const Role = z.enum(roleNames);

// The table has these keys and no others.
const PermissionName = z.enum(Object.keys(permissions) as [Permission, ...Permission[]]);

/** The person who is signed in, as they are at this address. */
export const User = z.object({
  id: Id,
  publicId: z.string().meta({ example: "STF40718255" }),
  email: z.string().meta({ example: "ada@demo.test" }),
  username: z.string().nullable(),
  firstName: z.string().meta({ example: "Ada" }),
  lastName: z.string().meta({ example: "Okafor" }),
  emailVerified: z.boolean(),
  accountType: AccountType,
  laboratory: z
    .object({ id: Id, slug: z.string(), name: z.string() })
    .nullable()
    .meta({ example: { id: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10", slug: "demo", name: "Demo Laboratory" } }),
  roles: z.array(Role),
  permissions: z.array(PermissionName),
});
export type User = z.infer<typeof User>;

/** Two tokens of one session of this host. */
export const TokenPair = z.object({
  access: z.string().meta({ description: "Bearer token, valid for expires_in seconds at this address." }),
  refresh: z.string().meta({ description: "Spent by its first use, which answers with the next one." }),
  tokenType: z.literal("Bearer"),
  expiresIn: z.int().meta({ description: "Seconds.", example: 900 }),
  sessionId: Id,
});
export type TokenPair = z.infer<typeof TokenPair>;

/** What signing in answers a program with. */
export const SignedIn = TokenPair.extend({ user: User });
export type SignedIn = z.infer<typeof SignedIn>;

/** The second factors an account can answer with at an address. */
export const SecondFactorMethod = z.enum(["totp", "passkey", "recovery_code"]);

/** The first factor was right; the session waits for the second. */
export const SecondFactorWanted = z.object({
  mfaRequired: z.literal(true),
  mfaToken: z.string().meta({ description: "Names this sign-in for ten minutes, at this address only." }),
  methods: z.array(SecondFactorMethod),
});
export type SecondFactorWanted = z.infer<typeof SecondFactorWanted>;

/** What every way in answers a program with. */
export const SignedInOrWanted = z.union([SignedIn, SecondFactorWanted]);

const Ticket = z.object({
  ticket: z.string(),
  /** Whoever comes in has no password yet: a mail to choose one is on its way. */
  wantsPassword: z.literal(true).optional(),
});

/** What every way in answers a browser with: a ticket for its session, or the question for the second factor. */
export const TicketOrWanted = z.union([Ticket, SecondFactorWanted]);
export type TicketOrWanted = z.infer<typeof TicketOrWanted>;

const identifier = z.string().trim().min(1).max(254);

/** E-mail, username or public id, and the password. */
export const SignIn = z
  .strictObject({
    identifier: identifier.optional().meta({ description: "E-mail address, username or public id." }),
    email: identifier.optional().meta({ description: "Another name for identifier." }),
    password: Password,
  })
  .refine(({ identifier, email }) => (identifier === undefined) !== (email === undefined), {
    path: ["identifier"],
    error: "Give your e-mail address, username or public id.",
  })
  .transform(({ identifier, email, password }) => ({ identifier: identifier ?? email ?? "", password }))
  .meta({ example: { identifier: "ada@demo.test", password: "four-Unrelated-words-7" } });
export type SignIn = z.output<typeof SignIn>;

/** One place where the person is signed in. */
export const SessionView = z.object({
  id: Id,
  current: z.boolean(),
  device: z.string().meta({ example: "Firefox on Windows" }),
  ip: z.string().nullable().meta({ example: "203.0.113.7" }),
  place: z.string().meta({ example: "demo.example.org", description: "The address it is signed in at." }),
  createdAt: z.iso.datetime({ offset: true }),
  lastActiveAt: z.iso.datetime({ offset: true }),
  expiresAt: z.iso.datetime({ offset: true }),
});
export type SessionView = z.infer<typeof SessionView>;
