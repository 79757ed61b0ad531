import { address, type Query } from "@/app/lab/[lab]/(bench)/_components/page-links";

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
