import { z } from "zod";
import { Problem } from "./problem";

/** The query every list understands; spread it into a list's own strictObject. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(25),
  // A name of 200 characters of any script, with what stands beside it.
  cursor: z.string().max(1600).optional(),
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

const forms = {
  instant: z.iso.datetime(),
  id: z.uuid(),
  // NUL cannot be stored, so no list was ever sorted by it.
  text: z
    .string()
    .max(300)
    .refine((value) => value.isWellFormed() && !value.includes("\u0000")),
  number: z.number(),
  integer: z.int(),
};

/** What one value of a cursor's key has to be. */
export type CursorForm = keyof typeof forms;

type CursorKey<Forms extends readonly CursorForm[]> = {
  -readonly [Place in keyof Forms]: z.output<(typeof forms)[Forms[Place]]>;
};

/**
 * The key a cursor stands for.
 * @param given what this list sorts by, in its order, the id last.
 * @throws Problem "malformed_request" for anything this list did not write.
 */
export function readCursor<const Forms extends readonly CursorForm[]>(
  cursor: string | undefined,
  given: Forms,
): CursorKey<Forms> | null {
  if (cursor === undefined) return null;
  try {
    const text = decodeURIComponent(escape(atob(cursor.replaceAll("-", "+").replaceAll("_", "/"))));
    const values: unknown = JSON.parse(text);
    if (Array.isArray(values) && values.length === given.length) {
      for (const [place, form] of given.entries()) forms[form].parse(values[place]);
      // Each value was just held to the form at its place.
      return values as CursorKey<Forms>;
    }
  } catch {
    // said below
  }
  throw new Problem("malformed_request", "This cursor is not of this list. Start again without it.");
}
