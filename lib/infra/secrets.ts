import { createHash, createHmac, hkdfSync, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { recoveryAlphabet, recoveryLength } from "@/lib/core/second-factor-code";
import { env } from "./env";

/** What the installation's one secret is used for; each purpose has a key of its own. */
export type SecretPurpose =
  | "code"
  | "client"
  | "sign-in"
  | "refresh"
  | "signing-keys"
  | "second-factor"
  | "device";

const keys = new Map<SecretPurpose, Buffer>();

/** 32 bytes for one purpose, derived from AUTH_SECRET (HKDF-SHA-256). */
export function secretKey(purpose: SecretPurpose): Buffer {
  const known = keys.get(purpose);
  if (known) return known;
  const made = Buffer.from(hkdfSync("sha256", env().authSecret, "", `medvuno:${purpose}`, 32));
  keys.set(purpose, made);
  return made;
}

/** A keyed hash, for what is too short or too public to be hashed plainly. */
export function keyed(purpose: SecretPurpose, ...parts: string[]): string {
  return createHmac("sha256", secretKey(purpose)).update(JSON.stringify(parts)).digest("base64url");
}

/** 256 bits nobody can guess, as it goes into a link, a ticket or a token (S7). */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

/** How a random token is stored: it needs no key and no salt, it cannot be guessed. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Six digits, drawn evenly. */
export function randomCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/** Fifty bits on paper, for the day the second factor is lost; stored as a keyed hash (S7). */
export function randomRecoveryCode(): string {
  return Array.from({ length: recoveryLength }, () => recoveryAlphabet[randomInt(32)]).join("");
}

/** How a code is stored: bound to what it was made for, so that it opens nothing else (S8). */
export function codeHmac(code: string, boundTo: { purpose: string; id: string; host: string }): string {
  return keyed("code", boundTo.purpose, boundTo.id, boundTo.host, code);
}

/** Compares without telling how much of it was right. */
export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
