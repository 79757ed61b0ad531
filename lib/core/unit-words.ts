const powers: Record<string, string> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  "-": "⁻",
};

/**
 * A UCUM unit as people write it: `10*3/uL` is 10³/µL, `{cells}/uL` is cells/µL, `mm[Hg]` is mmHg.
 * For reading only; what is stored and sent stays UCUM.
 * @see UCUM, version 2.1, §§ 6, 29 (annotations, powers of ten)
 */
export function unitWords(ucum: string | null | undefined): string {
  if (!ucum) return "";
  return ucum
    .replaceAll(
      /10[*^](-?\d+)/g,
      (_, power: string) => `10${[...power].map((sign) => powers[sign] ?? sign).join("")}`,
    )
    .replaceAll(/\{([^}]*)\}/g, (_, words: string, at: number) =>
      at === 0 || /[/.]/.test(ucum[at - 1] ?? "") ? words : ` ${words}`,
    )
    .replaceAll(/\[([^\]]*)\]/g, "$1")
    .replaceAll(/\bu(?=[a-zA-Z])/g, "µ");
}
