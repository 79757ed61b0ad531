import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AgeBound, ageAt, ageBoundProblem, ageKey, boundKey, formatAge } from "@/lib/core/age";
import { isRealDate } from "@/lib/core/dates";

const HOUR = 3_600_000;
const age = (birthDate: string, iso: string, timeZone = "UTC") => ageAt(birthDate, new Date(iso), timeZone);
const calendar = (birthDate: string, iso: string, timeZone = "UTC") => {
  const found = age(birthDate, iso, timeZone);
  return found && [found.years, found.months, found.days, found.hours];
};

describe("age at collection", () => {
  it.each([
    ["1961-06-15", "2026-11-20T06:20:00Z", [65, 5, 5, 6]],
    ["1961-11-20", "2026-11-20T00:00:00Z", [65, 0, 0, 0]],
    ["1961-11-21", "2026-11-20T23:59:00Z", [64, 11, 30, 23]],
    ["2026-11-20", "2026-11-20T09:00:00Z", [0, 0, 0, 9]],
    ["2026-11-19", "2026-11-20T06:00:00Z", [0, 0, 1, 6]],
    ["2025-12-31", "2026-01-01T00:00:00Z", [0, 0, 1, 0]],
  ])("R1 counts by the calendar: born %s, at %s", (birthDate, iso, expected) => {
    expect(calendar(birthDate, iso)).toEqual(expected);
  });

  it.each([
    ["2024-02-29", "2025-02-28T12:00:00Z", [0, 11, 30, 12]],
    ["2024-02-29", "2025-03-01T12:00:00Z", [1, 0, 1, 12]],
    ["2024-02-29", "2028-02-29T00:00:00Z", [4, 0, 0, 0]],
    ["2026-01-31", "2026-02-28T00:00:00Z", [0, 0, 28, 0]],
    ["2026-01-31", "2026-03-01T00:00:00Z", [0, 1, 1, 0]],
    ["2026-01-31", "2026-03-30T00:00:00Z", [0, 1, 30, 0]],
    ["2026-01-31", "2026-03-31T00:00:00Z", [0, 2, 0, 0]],
    ["2026-03-31", "2026-04-30T00:00:00Z", [0, 0, 30, 0]],
    ["1900-02-28", "1900-03-01T00:00:00Z", [0, 0, 1, 0]],
    ["2000-02-28", "2000-03-01T00:00:00Z", [0, 0, 2, 0]],
  ])("R1 knows leap days and month ends: born %s, at %s", (birthDate, iso, expected) => {
    expect(calendar(birthDate, iso)).toEqual(expected);
  });

  it("R1 takes the day where the laboratory is, on both sides of the date line", () => {
    const instant = "2026-11-20T10:30:00Z";
    expect(calendar("1961-11-21", instant, "Pacific/Kiritimati")).toEqual([65, 0, 0, 0]);
    expect(calendar("1961-11-21", instant, "UTC")).toEqual([64, 11, 30, 10]);
    expect(calendar("1961-11-20", instant, "Pacific/Pago_Pago")).toEqual([64, 11, 30, 23]);
  });

  it("R1 makes nobody older or younger by a change of clocks", () => {
    expect(calendar("2026-03-28", "2026-03-29T22:00:00Z", "Europe/Berlin")).toEqual([0, 0, 2, 0]);
    expect(calendar("2026-03-28", "2026-03-29T21:59:00Z", "Europe/Berlin")).toEqual([0, 0, 1, 23]);
    expect(calendar("2026-10-24", "2026-10-25T22:59:00Z", "Europe/Berlin")).toEqual([0, 0, 1, 23]);
    expect(calendar("2026-10-24", "2026-10-25T23:00:00Z", "Europe/Berlin")).toEqual([0, 0, 2, 0]);
  });

  it("R1 has no age where the birth date or the time is unknown, nor before birth", () => {
    expect(ageAt(null, new Date(0), "UTC")).toBeNull();
    expect(ageAt("1961-06-15", null, "UTC")).toBeNull();
    expect(age("2026-11-21", "2026-11-20T23:59:00Z")).toBeNull();
    expect(age("2027-01-01", "2026-11-20T23:59:00Z")).toBeNull();
    expect(() => age("2026-02-30", "2026-11-20T00:00:00Z")).toThrow(RangeError);
  });

  const birthDates = fc
    .date({ min: new Date("1890-01-01"), max: new Date("2026-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it("R1 grows by every hour that passes, without a jump back", () => {
    fc.assert(
      fc.property(
        birthDates,
        fc.nat({ max: 120 * 366 * 24 }),
        fc.integer({ min: 1, max: 900 }),
        (born, start, step) => {
          const from = Date.parse(`${born}T00:00:00Z`) + start * HOUR;
          const before = ageAt(born, new Date(from), "UTC");
          const after = ageAt(born, new Date(from + step * HOUR), "UTC");
          if (!before || !after) throw new Error("both have an age");
          expect(ageKey(after)).toBeGreaterThan(ageKey(before));
          expect(before.days).toBeLessThan(31);
          expect(before.months).toBeLessThan(12);
          expect(before.hours).toBeLessThan(24);
        },
      ),
    );
  });

  it("R1 turns a year older on the birthday, in any year", () => {
    fc.assert(
      fc.property(birthDates, fc.integer({ min: 0, max: 130 }), (born, years) => {
        const birthday = `${Number(born.slice(0, 4)) + years}${born.slice(4)}`;
        fc.pre(isRealDate(birthday));
        expect(calendar(born, `${birthday}T00:00:00Z`)).toEqual([years, 0, 0, 0]);
      }),
    );
  });
});

describe("age bounds", () => {
  const at = (value: number, unit: AgeBound["unit"]) => boundKey({ value, unit });

  it("R7 order across their units", () => {
    const keys = [
      at(0, "h"),
      at(24, "h"),
      at(47, "h"),
      at(2, "d"),
      at(27, "d"),
      at(1, "mo"),
      at(23, "mo"),
      at(2, "a"),
      at(18, "a"),
    ];
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
    expect(new Set(keys).size).toBe(keys.length);
    expect(at(48, "h")).toBe(at(2, "d"));
    expect(at(24, "mo")).toBe(at(2, "a"));
  });

  it("R7 are reached on the day itself", () => {
    const key = (birthDate: string, iso: string) => {
      const found = age(birthDate, iso);
      if (!found) throw new Error("has an age");
      return ageKey(found);
    };
    expect(key("2008-11-20", "2026-11-20T00:00:00Z")).toBe(at(18, "a"));
    expect(key("2008-11-21", "2026-11-20T23:59:00Z")).toBeLessThan(at(18, "a"));
    expect(key("2026-11-13", "2026-11-20T00:00:00Z")).toBe(at(7, "d"));
    expect(key("2026-11-18", "2026-11-20T00:00:00Z")).toBe(at(48, "h"));
    expect(key("2026-10-20", "2026-11-20T00:00:00Z")).toBe(at(1, "mo"));
  });

  it("R7 in days or hours end where the shortest month does", () => {
    expect(ageBoundProblem({ value: 27, unit: "d" })).toBeNull();
    expect(ageBoundProblem({ value: 28, unit: "d" })).toContain("months");
    expect(ageBoundProblem({ value: 671, unit: "h" })).toBeNull();
    expect(ageBoundProblem({ value: 672, unit: "h" })).toContain("months");
    expect(ageBoundProblem({ value: -1, unit: "a" })).toContain("whole number");
    expect(ageBoundProblem({ value: 1.5, unit: "a" })).toContain("whole number");
    expect(ageBoundProblem({ value: 201, unit: "a" })).toContain("200 years");
    expect(ageBoundProblem({ value: 2401, unit: "mo" })).toContain("200 years");
    expect(() => boundKey({ value: 28, unit: "d" })).toThrow(RangeError);
  });
});

describe("age in words", () => {
  it.each([
    ["2026-11-20", "2026-11-20T00:10:00Z", "0 hours"],
    ["2026-11-20", "2026-11-20T01:10:00Z", "1 hour"],
    ["2026-11-19", "2026-11-20T06:00:00Z", "30 hours"],
    ["2026-11-19", "2026-11-20T23:59:00Z", "47 hours"],
    ["2026-11-18", "2026-11-20T00:00:00Z", "2 days"],
    ["2026-11-11", "2026-11-20T06:00:00Z", "9 days"],
    ["2026-10-23", "2026-11-20T06:00:00Z", "28 days"],
    ["2026-10-21", "2026-11-20T06:00:00Z", "30 days"],
    ["2026-10-20", "2026-11-20T06:00:00Z", "1 month"],
    ["2025-09-20", "2026-11-20T06:00:00Z", "14 months"],
    ["2024-11-21", "2026-11-20T06:00:00Z", "23 months"],
    ["2024-11-20", "2026-11-20T06:00:00Z", "2 years"],
    ["1961-06-15", "2026-11-20T06:00:00Z", "65 years"],
  ])("R1 says the age of who was born %s, at %s: %s", (birthDate, iso, words) => {
    expect(formatAge(age(birthDate, iso))).toBe(words);
  });

  it("R1 says that it is unknown", () => {
    expect(formatAge(null)).toBe("age unknown");
  });
});
