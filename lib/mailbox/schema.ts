import { z } from "zod";
import { Id } from "@/lib/core/ids";

/** One message as it was kept. */
export const KeptMail = z.object({
  id: Id,
  to: z.string(),
  subject: z.string(),
  template: z.string(),
  text: z.string(),
  html: z.string(),
  createdAt: z.iso.datetime(),
});
export type KeptMail = z.infer<typeof KeptMail>;

export const MailboxQuery = z.strictObject({
  to: z.string().max(320).optional(),
  id: Id.optional(),
});
