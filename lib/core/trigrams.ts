import { foldName } from "./fold";

/**
 * A folded name in letters that every PostgreSQL makes trigrams of. On a database whose character type is "C",
 * pg_trgm takes letters beyond ASCII for spaces and finds none of them; so each becomes three letters of its own.
 * Names written with them keep their likeness: one letter amiss changes a few trigrams and no more.
 */
export function trigramForm(name: string): string {
  return foldName(name).replace(/[^a-z0-9 ]/gu, (character) => threeLetters(character.codePointAt(0) ?? 0));
}

/** Scattered, so that neighbours in an alphabet do not look alike. */
function threeLetters(codePoint: number): string {
  const scattered = Math.imul(codePoint, 2_654_435_761) >>> 8;
  return [0, 1, 2]
    .map((place) => String.fromCharCode(97 + (Math.floor(scattered / 26 ** place) % 26)))
    .join("");
}
