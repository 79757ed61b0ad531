import { env } from "./env";
import type { CarrierName, MailSettings } from "./mail-settings";

/** A mail as it is handed to a carrier. */
export type Parcel = {
  /** The same for each try of the same sending: whoever carries it takes it once. */
  key: string;
  from: { name: string; address: string };
  replyTo: string | null;
  to: string;
  subject: string;
  text: string;
  html: string;
};

/** What became of one try. Errors are in words for operators, and carry no secret. */
export type Delivery =
  | { ok: true; providerId: string | null }
  | { ok: false; isPermanent: boolean; error: string };

export type Carrier = { name: CarrierName; carry(parcel: Parcel): Promise<Delivery> };

/** A try takes no longer than this, in milliseconds. */
export const carryTimeout = 20_000;

/** The carrier of this installation. */
export async function mailCarrier(settings: MailSettings = env().mail): Promise<Carrier> {
  const { carrier, smtpUrl, resendApiKey } = settings;
  if (carrier === "smtp" && smtpUrl) return (await import("./mail-carriers.smtp")).smtpCarrier(smtpUrl);
  if (carrier === "resend" && resendApiKey) {
    return (await import("./mail-carriers.resend")).resendCarrier(resendApiKey);
  }
  return mailbox;
}

/** Keeps mails where they are: the row is the mailbox. */
const mailbox: Carrier = { name: "mailbox", carry: async () => ({ ok: true, providerId: null }) };

/** An error's words on one line, short, with whatever is secret taken out. */
export function saidOf(words: string, secrets: readonly string[]): string {
  let said = words;
  for (const secret of secrets) if (secret) said = said.replaceAll(secret, "…");
  return said.replace(/\s+/g, " ").trim().slice(0, 300);
}
