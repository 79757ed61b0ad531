export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What stands in an address after the question mark, one value each. */
export type Query = Record<string, string | undefined>;

/** Of a parameter that is given twice the first counts; one that is empty counts as absent. */
export async function readSearch(search: SearchParams): Promise<Query> {
  const given = Object.entries(await search).map(([name, value]) => [name, first(value)]);
  return Object.fromEntries(given.filter(([, value]) => value));
}

/** "/orders?state=placed", with the empty left out. */
export function address(path: string, query: Query): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) given.set(name, value);
  const text = given.toString();
  return text ? `${path}?${text}` : path;
}

/** Pages that can be walked back; further back, the way leads to the first. */
const TRAIL_MAX = 12;

/**
 * Addresses of the pages around this one. A cursor only knows what follows, so the address also carries the
 * cursors of the pages that led here.
 */
export function pagesAround(
  path: string,
  { cursor, trail, ...filters }: Query,
  nextCursor: string | null,
): { newer?: string; older?: string } {
  const before = trail?.split(".") ?? [];
  const older = nextCursor && {
    cursor: nextCursor,
    trail: [...before, ...(cursor ? [cursor] : [])].slice(-TRAIL_MAX).join("."),
  };
  const newer = { cursor: before.at(-1), trail: before.slice(0, -1).join(".") };
  return {
    ...(cursor && { newer: address(path, { ...filters, ...newer }) }),
    ...(older && { older: address(path, { ...filters, ...older }) }),
  };
}

function first(value: string | string[] | undefined): string | undefined {
  return (Array.isArray(value) ? value[0] : value)?.trim();
}
