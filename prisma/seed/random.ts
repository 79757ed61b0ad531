/** Numbers that look random and are the same every time (mulberry32). */
export function seededRandom(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** From 0 up to 1. */
    next,
    /** One of several. */
    pick<T>(from: readonly [T, ...T[]]): T {
      return from[Math.floor(next() * from.length)] ?? from[0];
    },
  };
}

export type Random = ReturnType<typeof seededRandom>;
