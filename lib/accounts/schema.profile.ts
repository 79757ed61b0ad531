import { z } from "zod";
import { isTimeZone } from "@/lib/core/dates";
import { PersonName, User, Username } from "./schema";
import { BirthDate, InternationalPhone, ProviderStatus } from "./schema.registrations";

/** Notices a person can do without; what security owes them is always sent. */
export const notices = {
  "report-ready": "A report is ready",
  "invoice-issued": "An invoice was issued",
} as const;

export const Notice = z.enum(Object.keys(notices) as [keyof typeof notices, ...(keyof typeof notices)[]]);

/** How dates and numbers are written; the words of the pages are English. */
export const locales = {
  "en-GB": "20 Nov 2026 · 1,234.5",
  "en-US": "Nov 20, 2026 · 1,234.5",
  "de-DE": "20.11.2026 · 1.234,5",
  "fr-FR": "20 nov. 2026 · 1 234,5",
  "es-ES": "20 nov 2026 · 1234,5",
  "ko-KR": "2026. 11. 20. · 1,234.5",
} as const;

const Locale = z.enum(Object.keys(locales) as [keyof typeof locales, ...(keyof typeof locales)[]]);

const TimeZone = z.string().max(64).refine(isTimeZone, "Choose a time zone such as Europe/London.");

/** What a person changes of themselves; what is left out stays. */
export const ProfileChange = z
  .strictObject({
    firstName: PersonName,
    lastName: PersonName,
    username: Username.nullable(),
    phone: InternationalPhone.nullable(),
    birthDate: BirthDate.nullable(),
    isPregnant: z.boolean().nullable(),
    locale: Locale,
    timeZone: TimeZone.nullable(),
    mutedNotices: z.array(Notice).max(10),
  })
  .partial()
  .meta({ example: { phone: "+442079460958", timeZone: "Europe/London" } });
export type ProfileChange = z.output<typeof ProfileChange>;

/** The account as its owner sees it. */
export const Me = User.extend({
  phone: z.string().nullable(),
  birthDate: z.iso.date().nullable(),
  isPregnant: z.boolean().nullable(),
  locale: z.string().meta({ example: "en-GB" }),
  timeZone: z.string().nullable(),
  mutedNotices: z.array(Notice),
  avatarSha256: z
    .string()
    .nullable()
    .meta({ description: "Names the picture; it changes when the picture does." }),
  practice: z
    .object({
      verificationStatus: ProviderStatus,
      specialization: z.string().meta({ example: "cardiology" }),
      reason: z.string().nullable().meta({ description: "Why it was rejected." }),
    })
    .nullable()
    .meta({ description: "Of whoever is registered as a provider; GET /provider/{id} says all of it." }),
  takenUsername: z.string().nullable().meta({
    description:
      "The username asked for at registration, when somebody had it by the time the address was confirmed. Null once the profile was changed.",
  }),
  version: z.int(),
  createdAt: z.iso.datetime({ offset: true }),
});
export type Me = z.infer<typeof Me>;

/** A picture as base64, with or without the head of a data URL. */
export const PictureBody = z.strictObject({
  image: z.string().min(1).max(2_800_000, "Send a picture of at most 2 MB.").meta({ format: "byte" }),
});
