import type { Query } from "../../_components/page-links";

/** What the three lists of the catalogue are asked with. */
export function listQuery({ q, cursor, retired }: Query): Record<string, string> {
  return { ...(q && { q }), ...(cursor && { cursor }), ...(retired === "true" && { retired }) };
}
