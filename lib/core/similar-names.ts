import { isWithinEdits } from "./edit-distance";
import { foldName } from "./fold";

export type ComparedName = { family: string; given?: string | null | undefined };

/**
 * True when two names may well be one person's (R2): accents, case, order, hyphens and small slips aside. A given
 * name that one of them lacks, or only abbreviates, does not part them. It is a hint for a person to judge, so it
 * leans towards yes; ask it of records that share something else, such as a birth date.
 */
export function similarNames(a: ComparedName, b: ComparedName): boolean {
  const [x, y] = [folded(a), folded(b)];
  return (
    (isNear(x.family, y.family) && (x.given === "" || y.given === "" || isNear(x.given, y.given))) ||
    (isNear(x.family, y.given) && isNear(x.given, y.family)) ||
    isContained(x.words, y.words) ||
    isContained(y.words, x.words)
  );
}

function folded({ family, given }: ComparedName) {
  const [familyName, givenName] = [foldName(family), foldName(given ?? "")];
  return {
    words: `${familyName} ${givenName}`.split(" ").filter(Boolean),
    // Written together, so that "de la Cruz" meets "Delacruz".
    family: familyName.replaceAll(" ", ""),
    given: givenName.replaceAll(" ", ""),
  };
}

/** Each of `few` has a counterpart of its own among `many`. Initials count once a whole word is shared. */
function isContained(few: readonly string[], many: readonly string[]): boolean {
  const left = [...many];
  let pending = [...few];
  const pairOff = (fits: (word: string, other: string) => boolean) => {
    pending = pending.filter((word) => {
      const place = left.findIndex((other) => fits(word, other));
      if (place >= 0) left.splice(place, 1);
      return place < 0;
    });
  };
  pairOff((word, other) => word === other);
  pairOff(isNear);
  const hasWholeWord = pending.length < few.length;
  pairOff(isInitialOf);
  return hasWholeWord && pending.length === 0;
}

/** The same but for slips: none in three letters, one in seven, two beyond. */
function isNear(a: string, b: string): boolean {
  const shorter = Math.min([...a].length, [...b].length);
  if (shorter === 0) return false;
  return isWithinEdits(a, b, shorter <= 3 ? 0 : shorter <= 7 ? 1 : 2);
}

function isInitialOf(a: string, b: string): boolean {
  const [letter, word] = a.length < b.length ? [a, b] : [b, a];
  // In scripts that write a name with a letter or two, one letter is no abbreviation.
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u.test(letter) && word.startsWith(letter);
}
