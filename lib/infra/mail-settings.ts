import { z } from "zod";

/** How mails leave: kept in the built-in mailbox only, by an SMTP server, or by Resend. */
export type CarrierName = "mailbox" | "smtp" | "resend";

export type MailSettings = {
  carrier: CarrierName;
  /** The address every mail comes from; its name is the sender's own. */
  from: string;
  smtpUrl: string | null;
  resendApiKey: string | null;
};

/** The mail's part of the environment, described in docs/operator.md. */
export const mailVariables = {
  MAIL_CARRIER: z.enum(["mailbox", "smtp", "resend"]).default("mailbox"),
  MAIL_FROM: z.email("An address, as in no-reply@lims.example.org.").optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "A URL, as in smtp://user:password@mail.example.org:587." })
    .optional(),
  RESEND_API_KEY: z.string().min(1).optional(),
};

type Variables = z.output<z.ZodObject<typeof mailVariables>> & { ROOT_DOMAIN: string };

/** What the variables mean together, and each fault in words. */
export function readMailSettings(given: Variables): { settings: MailSettings; faults: string[] } {
  const { MAIL_CARRIER: carrier, MAIL_FROM, SMTP_URL, RESEND_API_KEY } = given;
  const faults: string[] = [];
  if (carrier === "smtp" && !SMTP_URL) faults.push("SMTP_URL: MAIL_CARRIER=smtp needs it.");
  if (carrier === "resend" && !RESEND_API_KEY) faults.push("RESEND_API_KEY: MAIL_CARRIER=resend needs it.");
  const settings = {
    carrier,
    from: MAIL_FROM ?? `no-reply@${given.ROOT_DOMAIN.split(":")[0]}`,
    smtpUrl: SMTP_URL ?? null,
    resendApiKey: RESEND_API_KEY ?? null,
  };
  return { settings, faults };
}
