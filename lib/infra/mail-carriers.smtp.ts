import { createTransport } from "nodemailer";
import SMTPTransport from "nodemailer/lib/smtp-transport/index.js";
import { type Carrier, carryTimeout, type Delivery, type Parcel, saidOf } from "./mail-carriers";

/**
 * Any SMTP server. The Message-ID is the same for each try, so that mailboxes can tell a second copy; the server
 * itself does not.
 * @param url smtp://user:password@host:587 (STARTTLS where offered) or smtps://…
 */
export function smtpCarrier(url: string, timeout = carryTimeout): Carrier {
  const { password, username } = new URL(url);
  const secrets = [url, password, decodeURIComponent(password), base64(`\0${username}\0${password}`)];
  return {
    name: "smtp",
    async carry({ key, from, replyTo, to, subject, text, html }: Parcel): Promise<Delivery> {
      const half = timeout / 2;
      // Given a URL, createTransport itself would drop the time limits beside it.
      const transport = createTransport(
        new SMTPTransport({
          ...{
            url,
            connectionTimeout: half,
            greetingTimeout: half,
            dnsTimeout: half,
            socketTimeout: timeout,
          },
        }),
      );
      try {
        const { response } = await transport.sendMail({
          ...{ from, to: { name: "", address: to }, subject, text, html },
          ...(replyTo !== null && { replyTo }),
          messageId: `<${key}@${from.address.split("@")[1]}>`,
          headers: { "Auto-Submitted": "auto-generated" },
          // A mail is what is written in it: nothing is fetched or read from disk on its behalf.
          ...{ disableFileAccess: true, disableUrlAccess: true },
        });
        return { ok: true, providerId: saidOf(response, secrets) };
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error);
        return { ok: false, isPermanent: isPermanent(error), error: saidOf(`SMTP: ${said}`, secrets) };
      } finally {
        transport.close();
      }
    },
  };
}

/** The server refused this mail for good. What it says of us (sign-in, greeting) can be put right. */
function isPermanent(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { responseCode, command, code } = error as { responseCode?: number; command?: string; code?: string };
  if (code === "EENVELOPE" && responseCode === undefined) return true;
  return responseCode !== undefined && responseCode >= 500 && /^(MAIL FROM|RCPT TO|DATA)/.test(command ?? "");
}

const base64 = (text: string) => Buffer.from(text).toString("base64");
