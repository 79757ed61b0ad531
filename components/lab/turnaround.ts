/** Where the limit stands on the bar; what is over it has the rest of the width. */
export const LIMIT_AT = 0.7;

const MINUTES_A_DAY = 1440;

/** "27 min left", "28 min over", "3 h 5 min left": the time and which side of the limit it is on. */
export function turnaroundWords(elapsedMinutes: number, limitMinutes: number): string {
  const left = Math.round(limitMinutes - elapsedMinutes);
  return left >= 0 ? `${duration(left)} left` : `${duration(-left)} over`;
}

/** How far the bar is filled, 0 to 1: even up to the limit, then ever slower, never full. */
export function turnaroundFill(elapsedMinutes: number, limitMinutes: number): number {
  if (limitMinutes <= 0) return 1;
  const used = Math.max(elapsedMinutes / limitMinutes, 0);
  if (used <= 1) return used * LIMIT_AT;
  return LIMIT_AT + (1 - LIMIT_AT) * (1 - 1 / used);
}

/** "27 min", "3 h 5 min", "4 d 2 h": the two largest parts. */
export function duration(minutes: number): string {
  if (minutes < 100) return `${minutes} min`;
  if (minutes < MINUTES_A_DAY) return join(Math.floor(minutes / 60), "h", minutes % 60, "min");
  return join(Math.floor(minutes / MINUTES_A_DAY), "d", Math.floor((minutes % MINUTES_A_DAY) / 60), "h");
}

function join(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
