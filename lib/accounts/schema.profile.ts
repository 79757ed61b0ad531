import { z } from "zod";
import { isTimeZone } from "@/lib/core/dates";
import { localeNames } from "@/lib/core/locale";
import { PersonName, User, Username } from "./schema";
import { BirthDate, InternationalPhone, ProviderStatus } from "./schema.registrations";

/** Notices a person can do without, by the message that they are; what security owes them is always sent. */
export const notices = {
  "report-ready": "A report is ready",
  "invoice-issued": "An invoice was issued",
} as const;

export const Notice = z.enum(Object.keys(notices) as [keyof typeof notices, ...(keyof typeof notices)[]]);

const Locale = z.enum(localeNames).meta({
  description:
    "How dates are written for this person, on pages and in mails. The words are English, times are on the 24-hour clock, and numbers and birth dates are written alike for everybody.",
});

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
