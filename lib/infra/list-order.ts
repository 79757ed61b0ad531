import { type Page, page, readCursor } from "@/lib/core/paging";

type SortKey = Date | string | number;

/** An order in which a list can be read: by a key, and by the id among those whose keys are alike. */
export type ListOrder = {
  /** As SQL. No row has none, or it would be on no page. */
  key: string;
  form: "instant" | "text" | "integer";
  way: "asc" | "desc";
  /** The id as SQL, where `id` alone would not name it. */
  id?: string;
};

/** What the SQL of a list needs so that it is read in an order, from one place on. */
export type Keyset = {
  /** Among the columns, as "sortKey". */
  key: string;
  /** Among the conditions. `place` is the number of the first of the two parameters in `after`. */
  beyond(place: number): string;
  /** At the end, without the word's limit. */
  orderBy: string;
  after: readonly [key: string | number | null, id: string | null];
  /** One more than a page has: it tells whether others follow. */
  take: number;
};

const types = { instant: "timestamptz", text: "text", integer: "int8" };

/** Reads one page of a list in one of its orders. */
export async function readPage<Row extends { id: string; sortKey: SortKey }, T>(
  { key, form, way, id = "id" }: ListOrder,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  find: (keyset: Keyset) => Promise<Row[]>,
  present: (row: Omit<Row, "sortKey">) => T,
): Promise<Page<T>> {
  const rows = await find({
    key: `${key} as "sortKey"`,
    beyond: (place) =>
      `($${place}::${types[form]} is null or (${key}, ${id}) ${way === "asc" ? ">" : "<"} ($${place}, $${place + 1}::uuid))`,
    orderBy: `order by ${key} ${way}, ${id} ${way}`,
    after: readCursor(cursor, [form, "id"]) ?? [null, null],
    take: limit + 1,
  });
  return page(
    rows,
    limit,
    ({ sortKey, id: last }) => [sortKey instanceof Date ? sortKey.toISOString() : sortKey, last],
    ({ sortKey: _, ...row }) => present(row),
  );
}
