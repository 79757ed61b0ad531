import { z } from "zod";
import { Problem } from "./problem";

/** The query every list understands; spread it into a list's own strictObject. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(400).optional(),
};

export type Page<T> = { data: T[]; nextCursor: string | null; hasMore: boolean };

export function pageOf<T extends z.ZodType>(noun: T) {
  return z.object({ data: z.array(noun), nextCursor: z.string().nullable(), hasMore: z.boolean() });
}

type Key = readonly (string | number | null)[];

/**
 * Cuts `limit + 1` rows to a page.
 * @param keyOf the values the list is sorted by, the id last; instants as ISO strings.
 */
export function page<Row, T>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => Key,
  present: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit;
  return {
    data: shown.map(present),
    nextCursor: hasMore && last !== undefined ? writeCursor(keyOf(last)) : null,
    hasMore,
  };
}

export function writeCursor(key: Key): string {
  return btoa(unescape(encodeURIComponent(JSON.stringify(key))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

const CursorKey = z.array(z.union([z.string().max(200), z.number(), z.null()])).max(6);

/**
 * The key a cursor stands for.
 * @param length how many values this list sorts by.
 * @throws Problem "malformed_request" for anything this list did not write.
 */
export function readCursor(cursor: string | undefined, length: number): Key | null {
  if (cursor === undefined) return null;
  try {
    const text = decodeURIComponent(escape(atob(cursor.replaceAll("-", "+").replaceAll("_", "/"))));
    const key = CursorKey.parse(JSON.parse(text));
    if (key.length === length) return key;
  } catch {
    // said below
  }
  throw new Problem("malformed_request", "This cursor is not of this list. Start again without it.");
}
