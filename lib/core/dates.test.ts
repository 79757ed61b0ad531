import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatPlainDate,
  formatTime,
  isRealDate,
  isTimeZone,
  localDateToday,
  localParts,
  plainDateParts,
} from "@/lib/core/dates";

const at = (iso: string) => new Date(iso);

describe("instants in the laboratory's zone", () => {
  it("shows the laboratory's day and time, not the server's", () => {
    const instant = at("2026-11-20T14:44:00Z");
    expect(formatDateTime(instant, "America/Los_Angeles")).toBe("20 Nov 2026, 06:44");
    expect(formatDate(instant, "Asia/Tokyo")).toBe("20 Nov 2026");
    expect(formatTime(instant, "Asia/Kolkata")).toBe("20:14");
    expect(formatTime(instant, "Asia/Kathmandu")).toBe("20:29");
  });

  it("knows both sides of the date line", () => {
    const instant = at("2026-01-01T10:30:00Z");
    expect(localDateToday(instant, "Pacific/Kiritimati")).toBe("2026-01-02");
    expect(localDateToday(instant, "Pacific/Pago_Pago")).toBe("2025-12-31");
    expect(localDateToday(instant, "UTC")).toBe("2026-01-01");
  });

  it("calls midnight 00:00, and of the new day", () => {
    expect(formatDateTime(at("2026-03-01T00:00:00Z"), "UTC")).toBe("1 Mar 2026, 00:00");
    expect(formatDateTime(at("2026-02-28T23:59:59.999Z"), "UTC")).toBe("28 Feb 2026, 23:59");
  });

  it("follows the change to summer time and back", () => {
    expect(formatTime(at("2026-03-29T00:59:00Z"), "Europe/Berlin")).toBe("01:59");
    expect(formatTime(at("2026-03-29T01:00:00Z"), "Europe/Berlin")).toBe("03:00");
    expect(formatTime(at("2026-10-25T00:30:00Z"), "Europe/Berlin")).toBe("02:30");
    expect(formatTime(at("2026-10-25T01:30:00Z"), "Europe/Berlin")).toBe("02:30");
  });

  it("writes every month in three letters", () => {
    const shown = Array.from({ length: 12 }, (_, month) =>
      formatDate(new Date(Date.UTC(2026, month, 5)), "UTC"),
    );
    expect(shown).toEqual(
      "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ").map((month) => `5 ${month} 2026`),
    );
  });

  it("agrees with the universal clock in UTC at any instant", () => {
    const instants = fc.date({
      min: at("1850-01-01T00:00:00Z"),
      max: at("2200-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(localDateToday(instant, "UTC")).toBe(instant.toISOString().slice(0, 10));
        expect(formatTime(instant, "UTC")).toBe(instant.toISOString().slice(11, 16));
      }),
    );
  });

  it("refuses an invalid date and an unknown zone", () => {
    expect(() => localParts(new Date(Number.NaN), "UTC")).toThrow(RangeError);
    expect(() => localParts(at("2026-01-01T00:00:00Z"), "Mars/Olympus")).toThrow(RangeError);
  });
});

describe("plain dates", () => {
  it("R1 shows a birth date as it is, wherever it is read", () => {
    expect(formatPlainDate("1961-06-15")).toBe("15 Jun 1961");
    expect(formatPlainDate("0981-01-01")).toBe("1 Jan 981");
    expect(plainDateParts("2024-02-29")).toEqual({ year: 2024, month: 2, day: 29 });
  });

  it.each([
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["2000-02-29", true],
    ["1900-02-29", false],
    ["2026-04-31", false],
    ["2026-12-31", true],
    ["0001-01-01", true],
    ["0000-01-01", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-1-1", false],
    ["26-01-01", false],
    ["2026-01-01T00:00:00Z", false],
    [" 2026-01-01", false],
    ["", false],
  ])("%j is a real date: %j", (text, real) => {
    expect(isRealDate(text)).toBe(real);
  });

  it("refuses to show a day that does not exist", () => {
    expect(() => formatPlainDate("2026-02-30")).toThrow(RangeError);
  });
});

describe("time zones", () => {
  it.each([
    ["Europe/Berlin", true],
    ["America/Argentina/Buenos_Aires", true],
    ["Asia/Kolkata", true],
    ["Etc/GMT+12", true],
    ["UTC", true],
    ["+02:00", false],
    ["Mars/Olympus", false],
    ["", false],
    ["Europe/Berlin ", false],
  ])("%j is a time zone: %j", (text, known) => {
    expect(isTimeZone(text)).toBe(known);
  });
});
