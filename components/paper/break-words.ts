/**
 * How words wrap in a column: at spaces only, never with a hyphen (a hyphen that nobody typed could be read as a
 * minus or as part of an identifier). A word too wide for the column breaks after a sign of its own, and where
 * it has none, between letters.
 * @param width of the column, in points
 * @returns the parts of a word; an empty part marks a break that prints nothing.
 */
export function breakWords(width: number, fontSize: number): (word: string) => string[] {
  const most = width / fontSize;
  return (word) => {
    if (widthInEms(word) <= most) return [word];
    const parts = word.split(SIGN_TO_BREAK_AFTER);
    return parts
      .flatMap((part) => (widthInEms(part) <= most ? [part] : graphemes(part)))
      .flatMap((part, index) => (index === 0 ? [part] : ["", part]));
  };
}

/** On the wide side, so that what is taken to fit does. */
export function widthInEms(text: string): number {
  let ems = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    ems += codePoint >= 0x2e80 ? 1.05 : WIDE.test(character) ? 0.92 : UPPER.test(character) ? 0.7 : 0.6;
  }
  return ems;
}

/** About how many lines a text takes in a column; rather one too many than one too few. */
export function linesOf(text: string, width: number, fontSize: number): number {
  return text
    .split("\n")
    .reduce((lines, line) => lines + Math.max(1, Math.ceil((widthInEms(line) * fontSize) / width)), 0);
}

// Not within a number: "1.73" and "10,5" stay whole.
const SIGN_TO_BREAK_AFTER = /(?<=[/\-–_;:@|·]|[.,](?!\d))/;

const WIDE = /[MWmw@%‰]/;
const UPPER = /\p{Lu}/u;

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
const graphemes = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
