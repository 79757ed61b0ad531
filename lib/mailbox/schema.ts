import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { pageOf, pageQuery } from "@/lib/core/paging";
import { line, prose } from "@/lib/core/text";

export const MailState = z.enum(["owed", "sending", "sent", "dead", "muted", "expired"]);
export type MailState = z.infer<typeof MailState>;

const Instant = z.iso.datetime({ offset: true });

/** One message as it was kept; its words are null once they are forgotten. */
export const KeptMail = z.object({
  id: Id,
  to: z.string(),
  subject: z.string(),
  template: z.string(),
  text: z.string().nullable(),
  html: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type KeptMail = z.infer<typeof KeptMail>;

export const MailboxQuery = z.strictObject({
  to: z.string().max(320).optional(),
  id: Id.optional(),
});

/** A mail as operators see it: never its words, which may carry a code or a link. */
export const MailLine = z.object({
  id: Id,
  to: z.string().meta({
    description: "Shortened where the mail would tell whose patient somebody is.",
    example: "ada@demo.test",
  }),
  subject: z.string().meta({ example: "Confirm your e-mail address" }),
  template: z.string().meta({ example: "verify-email" }),
  laboratory: z
    .object({ id: Id, slug: z.string(), name: z.string() })
    .nullable()
    .meta({ description: "At whose address it was owed; null for one that no laboratory owes." }),
  sender: z.string().meta({ description: "In whose name it is sent.", example: "Harbour Laboratory" }),
  state: MailState,
  attempts: z.int().meta({ description: "Tries since it was written or sent anew.", example: 1 }),
  resends: z.int().meta({ description: "How often an operator had it sent anew.", example: 0 }),
  carrier: z.string().nullable().meta({ example: "resend" }),
  providerId: z.string().nullable().meta({ description: "What its carrier calls it." }),
  error: z.string().nullable().meta({ description: "What the last try ended with." }),
  isForgotten: z.boolean().meta({ description: "Its words are gone: it cannot be sent anew." }),
  nextTryAt: Instant.nullable(),
  sentAt: Instant.nullable(),
  validUntil: Instant.nullable().meta({
    description:
      "Until when the code or the link in it is good; later it is not sent. Null where nothing runs out.",
  }),
  createdAt: Instant,
});
export type MailLine = z.infer<typeof MailLine>;

/** None by recipient: whom a report went to is not told, not even by where it stands among others. */
export const MailSort = z.enum(["newest", "oldest", "template", "most_tries"]);
export type MailSort = z.infer<typeof MailSort>;

export const MailQuery = z.strictObject({
  ...pageQuery,
  state: MailState.optional(),
  to: line({ max: 320 })
    .optional()
    .meta({ description: "The recipient's whole address. Finds no mail about a report or an invoice." }),
  template: z
    .string()
    .regex(/^[a-z-]{1,60}$/)
    .optional(),
  laboratoryId: Id.optional(),
  sort: MailSort.default("newest"),
});

export const Mails = pageOf(MailLine);

export const MailRef = z.strictObject({ mailId: Id });

export const Resending = z.strictObject({
  reason: prose({ max: 500 }).meta({ example: "Their mailbox was full; they asked for it again." }),
});

/** What became of a delivery, for whoever asked for it. */
export const DeliveryReport = z.object({
  state: MailState,
  /** When to ask again; null when there is nothing left to do. */
  nextTryAt: Instant.nullable(),
});
export type DeliveryReport = z.infer<typeof DeliveryReport>;
