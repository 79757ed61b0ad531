import { z } from "zod";
import { isRealDate } from "@/lib/core/dates";
import { Id } from "@/lib/core/ids";
import { line } from "@/lib/core/text";
import { Email, NewPassword, Password, PersonName, SixDigits, Token, Username } from "./schema";
import { specializationCodes } from "./specializations";

/** A telephone number that says its country: +44 20 7946 0958. Kept as E.164. */
export const InternationalPhone = z
  .string()
  .max(40, "Use at most 40 characters.")
  .transform((phone) => phone.normalize("NFKC").replace(/[\s().-]/g, ""))
  .pipe(
    z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/, "Write it with + and the country's code, such as +44 20 7946 0958."),
  )
  .meta({ example: "+44 20 7946 0958" });

export const BirthDate = z
  .string()
  .refine(isRealDate, { error: "This is not a day of the calendar. Write it as YYYY-MM-DD.", abort: true })
  .refine((date) => date >= "1850-01-01", "Check the year.")
  .meta({ format: "date", example: "1961-06-15" });

const differ = "The two passwords are not the same.";

/** A patient who registers: KinWise's body, and what a portal may ask beside it. */
export const PatientRegistration = z
  .strictObject({
    email: Email,
    password: NewPassword,
    passwordConfirm: Password,
    firstName: PersonName,
    lastName: PersonName.meta({ example: "Okafor" }),
    username: Username.optional(),
    phoneNumber: InternationalPhone.optional(),
    birthDate: BirthDate.optional(),
    isPregnant: z.boolean().optional(),
  })
  .refine(({ password, passwordConfirm }) => password === passwordConfirm, {
    path: ["passwordConfirm"],
    error: differ,
  });
export type PatientRegistration = z.output<typeof PatientRegistration>;

/** Accepted for later: the same whether or not the e-mail address is known. */
export const Registered = z.object({
  registrationId: Id,
  email: z.string().meta({ example: "ada@demo.test" }),
  expiresAt: z.iso.datetime({ offset: true }),
});

const ClinicianName = line({ min: 2, max: 50 });

const Specialization = z
  .string()
  .max(60)
  .transform((text) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_"),
  )
  .pipe(z.enum(specializationCodes, "Choose one of the list."))
  .meta({ example: "cardiology" });

/** Letters and digits, as it stands on the licence. */
const LicenseNumber = z
  .string()
  .max(80)
  .transform((text) => text.trim())
  .pipe(z.string().regex(/^[A-Za-z0-9]{3,40}$/, "A licence number has 3 to 40 letters and digits."))
  .meta({ example: "MD123456789" });

const ClinicAddress = z.strictObject({
  street: line({ max: 200 }).meta({ example: "123 Medical Center Dr" }),
  city: line({ max: 100 }).meta({ example: "New York" }),
  state: line({ max: 50 }).meta({ example: "NY" }),
  zip: line({ max: 20 }).meta({ example: "10001" }),
});

const YearsOfExperience = z.int().min(0).max(50).meta({ example: 10 });

/** What a clinician tells about their practice. */
const practice = {
  phoneNumber: InternationalPhone,
  specialization: Specialization,
  licenseNumber: LicenseNumber,
  yearsOfExperience: YearsOfExperience,
  clinicAddress: ClinicAddress,
};

const clinician = {
  firstName: ClinicianName.meta({ example: "John" }),
  lastName: ClinicianName.meta({ example: "Doe" }),
  email: Email,
  password: NewPassword,
};

/** A clinician who registers with everything at once: HealthFirst's body. */
export const ProviderRegistration = z
  .strictObject({ ...clinician, ...practice, confirmPassword: Password })
  .refine(({ password, confirmPassword }) => password === confirmPassword, {
    path: ["confirmPassword"],
    error: differ,
  });

/** The same, of which licence, years and clinic may follow, before somebody verifies them. */
export const DoctorRegistration = z
  .strictObject({
    ...clinician,
    confirmPassword: Password,
    specialization: Specialization,
    phoneNumber: InternationalPhone.optional(),
    username: Username.optional(),
    licenseNumber: LicenseNumber.optional(),
    yearsOfExperience: YearsOfExperience.optional(),
    clinicAddress: ClinicAddress.optional(),
  })
  .refine(({ password, confirmPassword }) => password === confirmPassword, {
    path: ["confirmPassword"],
    error: differ,
  });
export type DoctorRegistration = z.output<typeof DoctorRegistration>;

export const ProviderRegistered = z.object({
  providerId: Id,
  email: z.string(),
  verificationStatus: z.literal("pending"),
});

/** A clinician corrects or completes what they told about their practice. */
export const PracticeChange = z.strictObject({
  phoneNumber: InternationalPhone.optional(),
  specialization: Specialization.optional(),
  licenseNumber: LicenseNumber.optional(),
  yearsOfExperience: YearsOfExperience.optional(),
  clinicAddress: ClinicAddress.optional(),
});
export type PracticeChange = z.output<typeof PracticeChange>;

/** Somebody who has an account tells that they are a clinician; what is left out may follow. */
export const PracticeRegistration = PracticeChange.extend({ specialization: Specialization });
export type PracticeRegistration = z.output<typeof PracticeRegistration>;

export const ProviderStatus = z.enum(["pending", "verified", "rejected"]);

/** A clinician, as they and the operators see them. */
export const ProviderView = z.object({
  providerId: Id,
  publicId: z.string().meta({ example: "DOC87654321" }),
  email: z.string(),
  emailVerified: z.boolean(),
  firstName: z.string(),
  lastName: z.string(),
  phoneNumber: z.string().nullable(),
  specialization: z.string().meta({ example: "cardiology" }),
  licenseNumber: z.string().nullable(),
  yearsOfExperience: z.int().nullable(),
  clinicAddress: z
    .object({ street: z.string(), city: z.string(), state: z.string(), zip: z.string() })
    .nullable(),
  verificationStatus: ProviderStatus,
  reason: z.string().nullable().meta({ description: "Why it was rejected." }),
  decidedAt: z.iso.datetime({ offset: true }).nullable(),
  version: z.int(),
  createdAt: z.iso.datetime({ offset: true }),
  updatedAt: z.iso.datetime({ offset: true }),
});
export type ProviderView = z.infer<typeof ProviderView>;

/** The code from the mail, for the address it was mailed to. */
export const RegistrationCode = z.strictObject({
  email: Email,
  code: SixDigits,
  purpose: z.literal("registration").default("registration"),
});

/** The code in the browser, for the address that the tab has registered. */
export const CodeOfAddress = z.strictObject({ email: Email, code: SixDigits });

/** By the code or by the link of the same mail. */
export const ProviderConfirmation = z
  .strictObject({ email: Email.optional(), code: SixDigits.optional(), token: Token.optional() })
  .refine(({ email, code, token }) => (token === undefined) !== (email === undefined || code === undefined), {
    path: ["token"],
    error: "Give the token of the link, or the e-mail address and its code.",
  })
  .meta({ example: { token: "4uHfVqR0c0tJ0mXn9m0mW1cJ7g6Yb2dJ3kQ8nB5xZ1A" } });

export const ProviderConfirmed = z.object({ providerId: Id, email: z.string(), verified: z.literal(true) });

/** Where something is mailed to, if anybody there waits for it. */
export const ToEmail = z.strictObject({ email: Email });

/** What a link is worth, without using it. */
export const LinkView = z.object({
  valid: z.boolean(),
  emailHint: z.string().nullable().meta({ example: "a••@demo.test" }),
  expiresAt: z.iso.datetime({ offset: true }).nullable(),
});

export const CodeWish = z.strictObject({
  email: Email,
  purpose: z.enum(["registration", "password_reset", "login"]),
});

export const SignInByCode = z.strictObject({ email: Email, code: SixDigits });
