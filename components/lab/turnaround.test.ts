import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { duration, LIMIT_AT, turnaroundFill, turnaroundWords } from "./turnaround";

describe("turnaround time", () => {
  it("says how much is left and how much is over", () => {
    expect(turnaroundWords(33, 60)).toBe("27 min left");
    expect(turnaroundWords(60, 60)).toBe("0 min left");
    expect(turnaroundWords(88, 60)).toBe("28 min over");
    expect(turnaroundWords(55, 240)).toBe("3 h 5 min left");
  });

  it("says long times in their two largest parts", () => {
    expect(duration(120)).toBe("2 h");
    expect(duration(4 * 1440 + 125)).toBe("4 d 2 h");
  });

  it("stands at the limit exactly when the time is up", () => {
    expect(turnaroundFill(60, 60)).toBe(LIMIT_AT);
  });

  it("never shrinks while time passes, and is never full", () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 2000 }),
        (at, later, limit) => {
          const before = turnaroundFill(at, limit);
          const after = turnaroundFill(at + later, limit);
          expect(after).toBeGreaterThan(before);
          expect(after).toBeLessThan(1);
        },
      ),
    );
  });
});
