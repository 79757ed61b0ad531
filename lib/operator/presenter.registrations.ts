/** Every instant of a row as the wire writes it; whatever else there is stays as it is. */
export function withInstants<Row extends object>(
  row: Row,
): {
  [Key in keyof Row]: Row[Key] extends Date
    ? string
    : Row[Key] extends Date | null
      ? string | null
      : Row[Key];
} {
  const turned = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Date ? value.toISOString() : value,
  ]);
  // Only Dates were turned, each into a string.
  return Object.fromEntries(turned) as ReturnType<typeof withInstants<Row>>;
}
