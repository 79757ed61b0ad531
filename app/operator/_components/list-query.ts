import { address, type Query } from "@/app/lab/[lab]/(bench)/_components/page-links";

/** Of an address those values that a list knows; what was mistyped asks for nothing rather than for an error. */
export function known<const Name extends string>(
  query: Query,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  return Object.fromEntries(names.flatMap((name) => (query[name] ? [[name, query[name]]] : []))) as Partial<
    Record<Name, string>
  >;
}

/** The address of the same list with another filter, at its beginning. */
export function withFilter(path: string, query: Query, change: Query): string {
  return address(path, { ...query, ...change, cursor: undefined, trail: undefined });
}

/** One of a list of words, or nothing. */
export function oneOf<const Word extends string>(
  words: readonly Word[],
  given: string | undefined,
): Word | undefined {
  return words.find((word) => word === given);
}
