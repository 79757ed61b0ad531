export { foldName, foldPhone } from "./fold";
export { similarNames } from "./similar-names";

export type PersonName = { familyName: string; givenName?: string | null | undefined };

/** "JONES, William": the family name in capitals wherever it is read, the given name as written. */
export function displayName({ familyName, givenName }: PersonName): string {
  const family = capitals(familyName.trim());
  const given = givenName?.trim() ?? "";
  return [family, given].filter(Boolean).join(", ");
}

/** "WJ" for William Jones; one letter when there is one name. */
export function initials({ familyName, givenName }: PersonName): string {
  return [givenName ?? "", familyName].map(firstLetter).join("");
}

// Georgian has capitals since 2018 only, few fonts know them and nobody writes names so.
function capitals(name: string): string {
  return name.replace(/[^\p{Script=Georgian}]+/gu, (part) => part.toUpperCase());
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

function firstLetter(name: string): string {
  for (const { segment } of graphemes.segment(name)) {
    if (/^[\p{L}\p{N}]/u.test(segment)) return capitals(segment);
  }
  return "";
}
