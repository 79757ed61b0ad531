/** People type slower than this from key to key; scanners do not. */
const BETWEEN_KEYS_MS = 40;
/** Shorter than any number of ours, longer than a time of day. */
const LENGTH_MIN = 6;

/** Tells a scanner's keys from a person's in a field that is not the scan field. */
export type ScanBurst = { text: string; lastAt: number };

export const noBurst: ScanBurst = { text: "", lastAt: 0 };

/**
 * One key more.
 * @param atMs when it was pressed, in milliseconds of any clock.
 * @returns the burst as it is now, and the number that was scanned when this key ended one.
 */
export function withKey(
  burst: ScanBurst,
  key: string,
  atMs: number,
): { burst: ScanBurst; scanned: string | null } {
  const isFast = atMs - burst.lastAt < BETWEEN_KEYS_MS;
  if (key === "Enter" || key === "Tab") {
    const isScan = isFast && burst.text.length >= LENGTH_MIN;
    return { burst: noBurst, scanned: isScan ? burst.text.toUpperCase() : null };
  }
  // Shift and the like come between the signs of a number and say nothing.
  if (key.length !== 1) return { burst, scanned: null };
  return { burst: { text: isFast ? burst.text + key : key, lastAt: atMs }, scanned: null };
}
