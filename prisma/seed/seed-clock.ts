import { putClock } from "@/lib/core/clock";

/** The demonstration's own time: it tells operations when things happened. */
export type SeedClock = { at(instant: Date): void; pass(minutes: number): void; now(): Date };

export function startSeedClock(): SeedClock {
  let instant = new Date(0);
  putClock(() => new Date(instant));
  return {
    at: (moment) => {
      instant = moment;
    },
    pass: (minutes) => {
      instant = new Date(instant.getTime() + minutes * 60_000);
    },
    now: () => new Date(instant),
  };
}
