/**
 * A name that somebody typed, as a message may carry it: at most 40 characters, and nothing in it that a mail
 * program would turn into a link. Whoever registers with another's address could have typed anything.
 */
export function asName(name: string): string {
  return shorten(name.replace(linking, " "), 40);
}

/** A line for operators, or a device's name: addresses of people and of networks stay readable, others do not link. */
export function asLine(line: string, max = 160): string {
  const words = line.split(/\s+/).map((word) => (isAddress(word) ? word : word.replace(linking, " ")));
  return shorten(words.join(" "), max);
}

/** "technician", "technician and scientist", "technician, scientist and cashier" */
export function listed(words: readonly string[]): string {
  const [last = "", ...before] = [...words].reverse();
  return before.length === 0 ? last : `${before.reverse().join(", ")} and ${last}`;
}

// A dot between letters, in any of the forms that domain names allow, slashes, a colon before a slash, an at sign.
const linking =
  /[.\u3002\uff0e\uff61](?=\S)|:(?=\S)|[/\\@<>\u2044\u2215\uff0f\uff20\u200b\u200e\u200f\u2060]/gu;

const isAddress = (word: string) =>
  /^[\w.+-]{1,64}@[\w.-]{1,255}$/.test(word) || /^[\d.:,]+$/.test(word) || /^[0-9a-f:]{2,39}$/i.test(word);

function shorten(text: string, max: number): string {
  const shown = [...text.replace(/\s+/g, " ").trim()];
  return shown.length <= max
    ? shown.join("")
    : `${shown
        .slice(0, max - 1)
        .join("")
        .trimEnd()}…`;
}
