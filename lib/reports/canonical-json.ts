import { createHash } from "node:crypto";

/**
 * JSON with its keys in order and nothing between them: the same content has the same text, also after a
 * database has kept it (jsonb does not keep the order of keys).
 * @see RFC 8785; numbers here are whole, so its rules for them are those of JSON.stringify.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`);
  return `{${entries.join(",")}}`;
}

/** SHA-256 of a report's content, in hexadecimal. */
export function contentHash(content: unknown): string {
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}
