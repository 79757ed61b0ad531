const small = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** "seven", "twelve", "13": as a sentence says a number. */
export function inWords(count: number): string {
  return small[count] ?? String(count);
}

/** "Seven samples", "One sample", "More than 50 samples": the beginning of a sentence. */
export function countOf(count: number, noun: string, { isCapped = false } = {}): string {
  const words = isCapped ? `more than ${count}` : inWords(count);
  return `${capital(words)} ${noun}${count === 1 ? "" : "s"}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
