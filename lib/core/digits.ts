const NO_BREAK_SPACE = "\u00a0";

/**
 * A number for reading: groups of three before the point, from five digits on, held together by no-break
 * spaces, and a real minus. "105600" → "105 600", "9800" stays, "<-12345.678" → "<−12 345.678".
 * What is not written as a number comes back as it is.
 */
export function groupDigits(text: string): string {
  const match = /^([<>≤≥]? *)([-−]?)(\d+)(\.\d+)?$/.exec(text);
  if (!match) return text;
  const [, before = "", minus, whole = "", fraction = ""] = match;
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, NO_BREAK_SPACE);
  return `${before}${minus ? "−" : ""}${grouped}${fraction}`;
}
