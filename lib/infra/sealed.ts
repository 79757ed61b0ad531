import { CompactEncrypt, compactDecrypt } from "jose";
import { type SecretPurpose, secretKey } from "./secrets";

/** Encrypts a secret that has to be read again, as a compact JWE (A256GCM) under this purpose's key (S7). */
export function seal(purpose: SecretPurpose, secret: string): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(secret))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .encrypt(secretKey(purpose));
}

/** @throws when it was sealed for another purpose, or by another installation. */
export async function unseal(purpose: SecretPurpose, sealed: string): Promise<string> {
  const { plaintext } = await compactDecrypt(sealed, secretKey(purpose));
  return new TextDecoder().decode(plaintext);
}
