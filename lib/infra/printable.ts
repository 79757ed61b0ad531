/**
 * Text as paper can carry it: characters composed, and without those that only act on a screen. Marks of
 * direction go because one in a name could turn round the value printed behind it.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(PRESENTATION_FORMS, (form) => form.normalize("NFKC"))
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(/[\t\v\f]/g, " ")
    .replace(INVISIBLE, "")
    .replace(/(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier})\u200d/gu, "");
}

/** Stands in for a character no typeface draws, so that what is missing can be read and looked up. */
export const codePointName = (codePoint: number) =>
  `[U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}]`;

/** The same content with every string changed; keys, numbers and shape stay. */
export function mapStrings<T>(content: T, change: (text: string) => string): T {
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return change(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
    }
    return value;
  };
  // Only strings become other strings: a T stays a T.
  return walk(content) as T;
}

// Ligatures and shaped letters as characters of their own: typefaces shape by themselves.
const PRESENTATION_FORMS = /[\uFB00-\uFDFF\uFE70-\uFEFE]/g;

// Controls, marks of direction, tags and variation selectors; not line feeds, nor the joiners scripts need.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}](?<![\n\u200C\u200D])/gu;
