import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextAfter, parseCron } from "./cron";

const next = (cron: string, after: string) => nextAfter(cron, new Date(after)).toISOString();

describe("a schedule", () => {
  it("K7 names the next minute that its five fields allow, in UTC", () => {
    expect(next("* * * * *", "2026-11-20T08:15:30Z")).toBe("2026-11-20T08:16:00.000Z");
    expect(next("*/15 * * * *", "2026-11-20T08:15:00Z")).toBe("2026-11-20T08:30:00.000Z");
    expect(next("30 2 * * *", "2026-11-20T08:15:00Z")).toBe("2026-11-21T02:30:00.000Z");
    expect(next("0 8 1 * *", "2026-11-20T08:15:00Z")).toBe("2026-12-01T08:00:00.000Z");
    expect(next("0 0 29 2 *", "2026-11-20T08:15:00Z")).toBe("2028-02-29T00:00:00.000Z");
    expect(next("0 9 * * 1-5", "2026-11-20T09:00:00Z")).toBe("2026-11-23T09:00:00.000Z");
    expect(next("5,50 22-23 31 12 *", "2026-11-20T08:15:00Z")).toBe("2026-12-31T22:05:00.000Z");
  });

  it("K7 takes Sunday by either of its numbers, and either kind of day when both are told", () => {
    expect(next("0 0 * * 7", "2026-11-20T08:15:00Z")).toBe(next("0 0 * * 0", "2026-11-20T08:15:00Z"));
    expect(next("0 0 24 * 0", "2026-11-20T08:15:00Z")).toBe("2026-11-22T00:00:00.000Z");
    expect(next("0 0 24 * 0", "2026-11-22T08:15:00Z")).toBe("2026-11-24T00:00:00.000Z");
  });

  it.each([
    "",
    "* * * *",
    "60 * * * *",
    "* 24 * * *",
    "* * 0 * *",
    "a * * * *",
    "*/0 * * * *",
    "5-1 * * * *",
    "TZ=UTC * * * * *",
  ])("K7 is refused when it is not understood: %s", (text) => {
    expect(() => parseCron(text)).toThrow(/schedule/);
  });

  it("K7 that names no day of any year is refused", () => {
    expect(() => nextAfter("0 0 30 2 *", new Date("2026-11-20T08:15:00Z"))).toThrow("names no moment");
  });

  it("K7 always lies ahead, on a whole minute, and names nothing in between", () => {
    const minutes = fc.integer({ min: 0, max: 59 });
    const hours = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(
        minutes,
        hours,
        fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
        (m, h, after) => {
          const at = nextAfter(`${m} ${h} * * *`, after);
          expect(at.getTime()).toBeGreaterThan(after.getTime());
          expect(at.getTime() - after.getTime()).toBeLessThanOrEqual(24 * 3_600_000);
          expect([at.getUTCMinutes(), at.getUTCHours(), at.getTime() % 60_000]).toEqual([m, h, 0]);
        },
      ),
    );
  });
});
