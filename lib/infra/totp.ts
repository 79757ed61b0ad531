import { Secret, TOTP } from "otpauth";

const stepSeconds = 30;

/** A new secret for an authenticator app: 160 bits, base32. @see RFC 6238, RFC 4226 §4 */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address an authenticator app reads from a QR code; the issuer is the host, so that people tell theirs apart. */
export function totpUri(secret: string, { issuer, label }: { issuer: string; label: string }): string {
  return totp(secret, { issuer, label }).toString();
}

/**
 * The step of thirty seconds that a code belongs to, or null when it is wrong. The step before and the one after
 * count too: clocks differ, and people type.
 */
export function totpStep(secret: string, code: string, at: Date): number | null {
  const timestamp = at.getTime();
  const delta = totp(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / stepSeconds) + delta;
}

function totp(secret: string, names: { issuer?: string; label?: string } = {}): TOTP {
  // What every authenticator app understands; some ignore anything else.
  return new TOTP({
    ...names,
    algorithm: "SHA1",
    digits: 6,
    period: stepSeconds,
    secret: Secret.fromBase32(secret),
  });
}
