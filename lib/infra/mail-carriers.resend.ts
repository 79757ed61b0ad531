import { Resend } from "resend";
import { type Carrier, carryTimeout, type Delivery, type Parcel, saidOf } from "./mail-carriers";

// What no later try can change: the mail itself is refused. A wrong key or an unverified domain can be put right.
const permanent = new Set([400, 413, 422]);

/** Resend's API. Its Idempotency-Key is kept for a day: within it a second try is answered as the first was. */
export function resendCarrier(apiKey: string, timeout = carryTimeout): Carrier {
  const resend = new Resend(apiKey);
  return {
    name: "resend",
    async carry({ key, from, replyTo, to, subject, text, html }: Parcel): Promise<Delivery> {
      const mail = { from: `"${from.name}" <${from.address}>`, to, subject, text, html };
      const { data, error } = await resend.emails.send(
        { ...mail, headers: { "Auto-Submitted": "auto-generated" }, ...(replyTo !== null && { replyTo }) },
        { idempotencyKey: key, signal: AbortSignal.timeout(timeout) },
      );
      if (!error) return { ok: true, providerId: data.id };
      // Taken under this key before; only the sender's name or address was changed since.
      if (error.name === "invalid_idempotent_request") return { ok: true, providerId: null };
      const { statusCode, name, message } = error;
      return {
        ok: false,
        isPermanent: statusCode !== null && permanent.has(statusCode),
        error: saidOf(`Resend: ${statusCode ?? "no answer"} ${name}: ${message}`, [apiKey]),
      };
    },
  };
}
