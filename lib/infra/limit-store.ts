import type { Quota } from "./limit-table";

/** What is left of a quota after one more use. */
export type Counted = { allowed: boolean; remaining: number; resetSeconds: number };

/**
 * Where uses are counted for all processes together.
 * @throws when the count cannot be known: whoever asked then decides what that means.
 */
export type LimitStore = { count(key: string, quota: Quota, at: Date): Promise<Counted> };

/** The window an instant falls into: its beginning and how long it still lasts, in seconds. */
export function windowAt(at: Date, seconds: number): { start: number; resetSeconds: number } {
  const instant = Math.floor(at.getTime() / 1000);
  const start = Math.floor(instant / seconds) * seconds;
  return { start, resetSeconds: start + seconds - instant };
}
