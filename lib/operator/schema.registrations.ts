import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { Instant } from "./schema";

const SecondsLeft = z.int().meta({ description: "Until it ends; 0 when it is over.", example: 540 });

/** A registration that waits for its code or its link. */
export const PendingRegistration = z.object({
  id: Id,
  kind: z.enum(["patient", "provider", "laboratory"]),
  email: z.string(),
  place: z.string().meta({ description: "The address it was made at.", example: "learn.example.org" }),
  hasAccount: z.boolean().meta({
    description: "The address has an account already: its owner was told, and nothing can confirm it.",
  }),
  triesSpent: z.int(),
  createdAt: Instant,
  expiresAt: Instant,
  secondsLeft: SecondsLeft,
});
export type PendingRegistration = z.infer<typeof PendingRegistration>;

export const PendingSort = z.enum(["newest", "oldest", "email", "most_tries", "ends_first", "ends_last"]);
export type PendingSort = z.infer<typeof PendingSort>;

export const CodeStatus = z.enum(["valid", "used", "expired"]);
export const CodePurpose = z.enum(["login", "registration", "password_reset"]);

export const CodeSort = z.enum([...PendingSort.options]);
export type CodeSort = z.infer<typeof CodeSort>;

/** A six-digit code that was mailed. Never the code. */
export const VerificationCode = z.object({
  id: Id,
  purpose: CodePurpose,
  email: z.string(),
  place: z.string(),
  status: CodeStatus,
  triesSpent: z.int(),
  createdAt: Instant,
  expiresAt: Instant,
  secondsLeft: SecondsLeft,
  usedAt: Instant.nullable(),
});
export type VerificationCode = z.infer<typeof VerificationCode>;

export const VerificationStatus = z.enum(["pending", "verified", "expired"]);

export const VerificationSort = z.enum(["newest", "oldest", "email", "ends_first", "ends_last"]);
export type VerificationSort = z.infer<typeof VerificationSort>;

/** An address that somebody was asked to confirm. Never the link. */
export const EmailVerification = z.object({
  id: Id,
  kind: z.enum(["patient", "provider", "laboratory", "email_change"]),
  email: z.string(),
  place: z.string(),
  status: VerificationStatus,
  createdAt: Instant,
  expiresAt: Instant,
  secondsLeft: SecondsLeft,
  verifiedAt: Instant.nullable(),
});
export type EmailVerification = z.infer<typeof EmailVerification>;

export const PreRegistrationStatus = z.enum(["pending", "confirmed", "told", "expired"]);

export const PreRegistrationSort = z.enum(["newest", "oldest", "email"]);
export type PreRegistrationSort = z.infer<typeof PreRegistrationSort>;

/** An address that asked to be told when the doors open (T6). */
export const PreRegistrationLine = z.object({
  id: Id,
  email: z.string(),
  status: PreRegistrationStatus,
  createdAt: Instant,
  confirmedAt: Instant.nullable(),
  toldAt: Instant.nullable(),
});
export type PreRegistrationLine = z.infer<typeof PreRegistrationLine>;

export const Told = z.object({
  told: z.int().meta({ description: "Mails that are on their way now." }),
  more: z.boolean().meta({ description: "There are others: ask again." }),
});
