/** A name for the address, from the laboratory's own: "St. Mary's Laboratory" → "st-marys-laboratory". */
export function addressNameOf(name: string): string {
  const letters = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}'’.]/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "");
  return letters.slice(0, 32).replace(/-+$/, "");
}
