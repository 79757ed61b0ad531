import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAndTime, instantOf } from "./local-time";

describe("a time of day as it is typed", () => {
  it("is read on the laboratory's clock, not on the browser's", () => {
    const typed = { day: "2026-11-20", time: "06:44" };
    expect(instantOf(typed, "America/New_York")?.toISOString()).toBe("2026-11-20T11:44:00.000Z");
    expect(instantOf(typed, "Asia/Kolkata")?.toISOString()).toBe("2026-11-20T01:14:00.000Z");
    expect(instantOf(typed, "UTC")?.toISOString()).toBe("2026-11-20T06:44:00.000Z");
  });

  it("takes the first of an hour that comes twice", () => {
    const typed = { day: "2026-10-25", time: "02:30" };
    expect(instantOf(typed, "Europe/Berlin")?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
  });

  it("reads an hour that the clock leaves out as if it had not been put forward", () => {
    const typed = { day: "2026-03-29", time: "02:30" };
    expect(instantOf(typed, "Europe/Berlin")?.toISOString()).toBe("2026-03-29T01:30:00.000Z");
  });

  it.each([
    { day: "2026-02-29", time: "10:00" },
    { day: "2026-02-28", time: "24:00" },
    { day: "", time: "10:00" },
    { day: "2026-02-28", time: "" },
  ])("is nothing for $day at $time", (typed) => {
    expect(instantOf(typed, "UTC")).toBeNull();
  });

  it("is shown again as it was typed, in any zone and on any day that has it", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1990-01-01"), max: new Date("2037-12-31"), noInvalidDate: true }),
        fc.constantFrom("Europe/London", "America/St_Johns", "Pacific/Chatham", "Asia/Tehran", "UTC"),
        (at, zone) => {
          const shown = dayAndTime(at, zone);
          const read = instantOf(shown, zone);
          expect(read && dayAndTime(read, zone)).toEqual(shown);
          // Not the very same instant in an hour that comes twice, but never more than that hour away.
          expect(Math.abs(Number(read) - Math.floor(Number(at) / 60_000) * 60_000)).toBeLessThanOrEqual(
            3_600_000,
          );
        },
      ),
    );
  });
});
