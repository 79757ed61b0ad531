const POINTS_A_MILLIMETRE = 72 / 25.4;

export const mm = (millimetres: number) => millimetres * POINTS_A_MILLIMETRE;

/** Width of the type area of an A4 sheet: 210 mm less a margin of 15 on either side. */
export const BODY_WIDTH = mm(180);

/**
 * The tallest a line, row or paragraph may be, in points, and still be kept from breaking over two pages. What must
 * not break and does not fit between the repeating heads and feet would be tried on page after page, forever.
 */
export const UNBROKEN_MAX = 150;

/** Paper is black on white; greys only make words quieter and lines lighter. */
export const INK = {
  full: "#000000",
  second: "#333333",
  third: "#4a4a4a",
  lineStrong: "#8a8a8a",
  line: "#c9c9c9",
  hairline: "#d6d6d6",
  band: "#e6e6e6",
  bandEdge: "#777777",
  behind: "#f1f1f1",
} as const;

/** "JONES, William": how a person is named wherever identity matters. */
export function fullName({ familyName, givenName }: { familyName: string; givenName?: string | undefined }) {
  const family = familyName.toLocaleUpperCase("und");
  return givenName ? `${family}, ${givenName}` : family;
}
