import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";

/**
 * The verifier PostgreSQL stores for a password (RFC 5803), so that `ALTER ROLE … PASSWORD` carries no
 * password that a statement log could keep.
 * @param {string} password printable ASCII, as ours are
 */
export function scramVerifier(password) {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const hmac = (/** @type {string} */ text) => createHmac("sha256", salted).update(text).digest();
  const storedKey = createHash("sha256").update(hmac("Client Key")).digest("base64");
  const serverKey = hmac("Server Key").toString("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}
