/** The parts of a zod issue that a sentence is made of. */
export type Issue = {
  code?: string | undefined;
  input?: unknown;
  expected?: unknown;
  origin?: unknown;
  minimum?: unknown;
  maximum?: unknown;
  format?: unknown;
};

/**
 * What to do about a field, for issues whose schema says nothing of its own. Null leaves it to the schema's
 * library.
 */
export function formMessage(issue: Issue): string | null {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null
        ? "This is needed."
        : wrongKind(issue.expected);
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return tooBig(issue);
    case "invalid_format":
      return formats[String(issue.format)] ?? "This is not written as it should be.";
    case "invalid_value":
      return issue.input === undefined || issue.input === null ? "Choose one." : "Choose one of the list.";
    default:
      return null;
  }
}

function wrongKind(expected: unknown): string {
  if (expected === "int") return "Write a whole number.";
  return expected === "number" ? "Write a number." : "This is not written as it should be.";
}

function tooSmall({ origin, minimum }: Issue): string {
  if (origin === "string") return minimum === 1 ? "This is needed." : `Use at least ${minimum} characters.`;
  if (origin === "array") return minimum === 1 ? "Choose at least one." : `Choose at least ${minimum}.`;
  return `Not below ${minimum}.`;
}

function tooBig({ origin, maximum }: Issue): string {
  if (origin === "string") return `Use at most ${maximum} characters.`;
  return origin === "array" ? `Choose at most ${maximum}.` : `Not above ${maximum}.`;
}

const formats: Record<string, string> = {
  email: "This is not an e-mail address. One looks like name@example.org.",
  url: "This is not an address. One looks like https://example.org.",
  date: "This is not a date.",
  datetime: "This is not a date and time.",
};
