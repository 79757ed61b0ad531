/** Three names tell what an order is about; how many more there are is counted. */
const NAMES_MAX = 3;

/** "Lipid profile · Full blood count", "Sodium · Potassium · Chloride and 42 more": names contain commas. */
export function itemWords(names: readonly string[]): string {
  if (names.length <= NAMES_MAX + 1) return names.join(" · ");
  return `${names.slice(0, NAMES_MAX).join(" · ")} and ${names.length - NAMES_MAX} more`;
}
