const units = ["kB", "MB", "GB", "TB"];

/** "48 kB", "1.2 MB": of 1024 bytes each, as PostgreSQL counts them. */
export function sizeWords(bytes: number): string {
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const digits = size < 10 && unit > 0 ? 1 : 0;
  return `${size.toFixed(digits)}\u00a0${units[unit]}`;
}

/** From five digits on in groups of three. */
export function grouped(count: number): string {
  const text = String(count);
  return text.length < 5 ? text : text.replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}
