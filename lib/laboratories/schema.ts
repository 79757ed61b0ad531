import { z } from "zod";
import { Email, NewPassword, Password, PersonName, SignedIn, SixDigits, Token } from "@/lib/accounts/schema";
import { roleNames } from "@/lib/core/access";
import { parseAccessionFormat } from "@/lib/core/accession";
import { isHexColour } from "@/lib/core/colour";
import { isCurrency } from "@/lib/core/currencies";
import { isTimeZone } from "@/lib/core/dates";
import { Id } from "@/lib/core/ids";
import { passwordLengthMin } from "@/lib/core/password-kinds";
import { line } from "@/lib/core/text";

const FamilyName = PersonName.meta({ example: "Okafor" });

const stamps = {
  version: z.int().meta({ example: 1 }),
  createdAt: z.iso.datetime({ offset: true }),
  updatedAt: z.iso.datetime({ offset: true }),
};

const Role = z.enum(roleNames);

/** Roles of one person: at least one, each once. */
export const Roles = z
  .array(Role)
  .min(1, "Give at least one role.")
  .max(roleNames.length)
  .refine((roles) => new Set(roles).size === roles.length, "Give each role once.")
  .meta({ example: ["technician"] });

// The laboratory -------------------------------------------------------------------------------------

/** The first part of a laboratory's address. */
export const Slug = z
  .string()
  .transform((slug) => slug.trim().toLowerCase())
  .pipe(
    z
      .string()
      .regex(
        /^[a-z](?!.*--)[a-z0-9-]{1,30}[a-z0-9]$/,
        "Use 3 to 32 small letters, digits and single hyphens, a letter first and no hyphen last.",
      ),
  )
  .meta({ example: "harbour" });

const LaboratoryName = line({ max: 120 }).meta({ example: "Harbour Laboratory" });

const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, "This is not a time zone. Choose one such as Europe/London.")
  .meta({ example: "Europe/London" });

export const LaboratorySignUp = z.strictObject({
  name: LaboratoryName,
  slug: Slug,
  timeZone: TimeZone,
  currency: z
    .string()
    .refine(isCurrency, "This is not a currency. Choose one such as GBP.")
    .meta({ example: "GBP" }),
  admin: z.strictObject({
    email: Email,
    password: NewPassword,
    firstName: PersonName,
    lastName: FamilyName,
  }),
});
export type LaboratorySignUp = z.output<typeof LaboratorySignUp>;

/** A further laboratory of somebody who has an account: they are its administrator. */
export const OwnLaboratory = LaboratorySignUp.omit({ admin: true });
export type OwnLaboratory = z.output<typeof OwnLaboratory>;

export const ResendCode = z.strictObject({ registrationId: Id });

/** A sign-up that waits for its code; the same whether or not the e-mail is known. */
export const Registration = z.object({
  registrationId: Id,
  email: z.string(),
  expiresAt: z.iso.datetime({ offset: true }),
});

export const Confirmation = z.strictObject({ registrationId: Id, code: SixDigits });

export const OpenedLaboratory = z
  .object({ id: Id, slug: z.string(), name: z.string(), url: z.string() })
  .meta({
    example: {
      id: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10",
      slug: "harbour",
      name: "Harbour Laboratory",
      url: "https://harbour.example.org",
    },
  });

export const Confirmed = SignedIn.extend({ laboratory: OpenedLaboratory });

/** For a browser: the ticket is posted to the laboratory's own address, which opens the session there. */
export const ConfirmedInBrowser = z.object({ laboratory: OpenedLaboratory, ticket: z.string() });

export const Availability = z.object({
  slug: z.string(),
  available: z.boolean(),
  reason: z.enum(["malformed", "reserved", "taken"]).optional(),
});
export type Availability = z.infer<typeof Availability>;

const contact = {
  addressLines: z.array(line({ max: 120 })).max(6),
  phone: line({ max: 40 }).nullable(),
  email: Email.nullable(),
  licence: line({ max: 80 }).nullable(),
  director: line({ max: 120 }).nullable(),
};

/** An address that may call the API from a browser: scheme, host and port, nothing after. */
const AllowedOrigin = z
  .string()
  .max(200)
  .refine(isOrigin, "Give an origin such as https://app.example.org, with nothing after it.");

function isOrigin(text: string): boolean {
  try {
    const { origin, protocol, hostname } = new URL(text);
    if (origin !== text) return false;
    return protocol === "https:" || (protocol === "http:" && /(^|\.)localhost$/.test(hostname));
  } catch {
    return false;
  }
}

const settings = {
  name: LaboratoryName,
  timeZone: TimeZone,
  accessionFormat: z
    .string()
    .max(80)
    .superRefine((format, context) => {
      const parsed = parseAccessionFormat(format);
      if (!parsed.ok) context.addIssue({ code: "custom", message: parsed.reason });
    })
    .meta({ example: "{yy}{MM}{dd}-{seq:5}" }),
  colour: z
    .string()
    .refine(isHexColour, "Give a colour such as #00695c.")
    .transform((colour) => colour.toLowerCase())
    .meta({ example: "#00695c" }),
  allowsSelfVerification: z
    .boolean()
    .meta({ description: "Whether a person may verify what they entered; stamped on each such result." }),
  allowedOrigins: z.array(AllowedOrigin).max(20),
  secondFactorRoles: z
    .array(Role)
    .max(roleNames.length)
    .refine((roles) => new Set(roles).size === roles.length, "Give each role once.")
    .meta({ description: "Roles whose people sign in with a second factor.", example: ["administrator"] }),
  allowsEmailCode: z
    .boolean()
    .meta({ description: "Whether people may sign in with a code from their mail." }),
  passwordLengthMin: z
    .int()
    .min(passwordLengthMin)
    .max(64)
    .meta({ description: "Shortest password of the laboratory's people; it counts when one is chosen." }),
  idleLockMinutes: z.int().min(1).max(240).nullable().meta({
    description: "Minutes without a touch after which a screen locks; null for never.",
    example: 10,
  }),
};

/** The laboratory as its people see it. */
export const Laboratory = z.object({
  id: Id,
  slug: z.string().meta({ example: "harbour" }),
  url: z.string().meta({ example: "https://harbour.example.org" }),
  name: z.string().meta({ example: "Harbour Laboratory" }),
  timeZone: z.string().meta({ example: "Europe/London" }),
  currency: z.string().meta({ example: "GBP" }),
  addressLines: z.array(z.string()),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  licence: z.string().nullable(),
  director: z.string().nullable(),
  accessionFormat: z.string().meta({ example: "{yy}{MM}{dd}-{seq:5}" }),
  colour: z.string().meta({ example: "#00695c" }),
  allowsSelfVerification: z.boolean(),
  allowedOrigins: z.array(z.string()),
  secondFactorRoles: z.array(Role),
  allowsEmailCode: z.boolean(),
  passwordLengthMin: z.int(),
  idleLockMinutes: z.int().nullable(),
  isDemonstration: z.boolean(),
  ...stamps,
});
export type Laboratory = z.infer<typeof Laboratory>;

export const LaboratoryChange = z.strictObject({ ...settings, ...contact }).partial();
export type LaboratoryChange = z.output<typeof LaboratoryChange>;

// Its people -----------------------------------------------------------------------------------------

export const Member = z.object({
  id: Id,
  name: z.string().meta({ example: "Ada Okafor" }),
  email: z.string().meta({ example: "ada@demo.test" }),
  roles: z.array(Role),
  state: z.enum(["active", "removed"]),
  ...stamps,
});
export type Member = z.infer<typeof Member>;

export const MemberChange = z.strictObject({ roles: Roles });

export const Invitation = z.object({
  id: Id,
  email: z.string().meta({ example: "grace@demo.test" }),
  roles: z.array(Role),
  providerId: Id.nullable(),
  state: z.enum(["open", "accepted", "withdrawn"]),
  isExpired: z.boolean(),
  expiresAt: z.iso.datetime({ offset: true }),
  ...stamps,
});
export type Invitation = z.infer<typeof Invitation>;

export const NewInvitation = z
  .strictObject({
    email: Email,
    roles: Roles,
    providerId: Id.optional().meta({ description: "The provider of the directory whom this person is." }),
  })
  .refine(({ roles, providerId }) => providerId === undefined || roles.includes("provider"), {
    path: ["providerId"],
    error: "Only somebody with the role of a provider can be a provider of the directory.",
  });
export type NewInvitation = z.output<typeof NewInvitation>;

export const Acceptance = z.strictObject({
  token: Token,
  firstName: PersonName,
  lastName: FamilyName,
  password: Password.meta({
    description: "A new one; for an address that has an account, the account's own.",
  }),
});
export type Acceptance = z.output<typeof Acceptance>;

/** The same, as registering by role has it. */
export const StaffRegistration = z
  .strictObject({
    ...Acceptance.omit({ token: true }).shape,
    invitation: Token.meta({ description: "The token of the link in the invitation's mail." }),
    passwordConfirm: Password.optional(),
  })
  .refine(({ password, passwordConfirm = password }) => password === passwordConfirm, {
    path: ["passwordConfirm"],
    error: "The two passwords are not the same.",
  })
  .transform(({ invitation: token, passwordConfirm: _, ...person }) => ({ token, ...person }));

/** What the page behind an invitation's link shows. Looking changes nothing. */
export const InvitationLink = z.discriminatedUnion("valid", [
  z.object({ valid: z.literal(false) }),
  z.object({
    valid: z.literal(true),
    email: z.string(),
    roles: z.array(Role),
    expiresAt: z.iso.datetime({ offset: true }),
  }),
]);

// The directory of providers -------------------------------------------------------------------------

const providerFields = {
  specialization: line({ max: 80 }).nullable().meta({ example: "Cardiology" }),
  licenseNumber: line({ max: 40 }).nullable().meta({ example: "GMC 7654321" }),
  phone: line({ max: 40 }).nullable(),
  email: Email.nullable(),
};

export const Provider = z.object({
  id: Id,
  firstName: z.string().meta({ example: "Miriam" }),
  lastName: z.string().meta({ example: "Osei" }),
  specialization: z.string().nullable(),
  licenseNumber: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  memberId: Id.nullable().meta({ description: "The member who signs in as this provider." }),
  retiredAt: z.iso.datetime({ offset: true }).nullable(),
  ...stamps,
});
export type Provider = z.infer<typeof Provider>;

export const NewProvider = z
  .strictObject({ firstName: PersonName, lastName: FamilyName })
  .extend(z.object(providerFields).partial().shape);
export type NewProvider = z.output<typeof NewProvider>;

export const ProviderChange = z
  .strictObject({ firstName: PersonName, lastName: FamilyName, ...providerFields })
  .partial();
export type ProviderChange = z.output<typeof ProviderChange>;
