import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDate, formatDateTime, localParts } from "./dates";
import {
  houseLocale,
  type Locale,
  localeNames,
  localeOf,
  localeWords,
  writeDay,
  writeLongDay,
} from "./locale";

const at = new Date("2026-11-20T05:44:00Z");
const zone = "Europe/Berlin";

describe("T1 dates as a person writes them", () => {
  it.each<[Locale, string, string, string]>([
    ["en-GB", "20 Nov 2026, 06:44", "Friday 20 November 2026", "5 Mar 1961"],
    ["en-US", "Nov 20, 2026, 06:44", "Friday, November 20, 2026", "Mar 5, 1961"],
    ["de-DE", "20.11.2026, 06:44", "Freitag, 20. November 2026", "05.03.1961"],
    ["fr-FR", "20 nov. 2026, 06:44", "vendredi 20 novembre 2026", "5 mars 1961"],
    ["es-ES", "20 nov 2026, 06:44", "viernes, 20 de noviembre de 2026", "5 mar 1961"],
    ["ko-KR", "2026. 11. 20. 06:44", "2026년 11월 20일 금요일", "1961. 3. 5."],
  ])("writes %s", (locale, both, long, march) => {
    expect(formatDateTime(at, zone, locale)).toBe(both);
    expect(writeLongDay(localParts(at, zone), locale)).toBe(long);
    expect(formatDate(new Date("1961-03-05T12:00:00Z"), zone, locale)).toBe(march);
    expect(localeWords(locale).startsWith(`${formatDate(at, zone, locale)} (`)).toBe(true);
  });

  it("says the weekday of the laboratory's day, not of the reader's", () => {
    const dayIn = (zone: string) => writeLongDay(localParts(at, zone), houseLocale);
    expect(dayIn("Europe/Berlin")).toBe("Friday 20 November 2026");
    expect(dayIn("America/Los_Angeles")).toBe("Thursday 19 November 2026");
  });

  it("writes every day of a year apart, in every way", () => {
    const days = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)));
    for (const locale of localeNames) {
      for (const write of [writeDay, writeLongDay]) {
        const written = days.map((each) => write(localParts(each, "UTC"), locale));
        expect(new Set(written).size).toBe(365);
        for (const each of written) expect(each).not.toMatch(/undefined|NaN|^\s|\s$| {2}/);
      }
    }
  });

  it("keeps to the house's way where nothing, or something else, is known", () => {
    expect(formatDate(at, zone)).toBe(formatDate(at, zone, houseLocale));
    for (const other of [null, undefined, "", "xx", "toString", "en"]) {
      expect(localeOf(other)).toBe(houseLocale);
    }
    for (const locale of localeNames) expect(localeOf(locale)).toBe(locale);
  });

  it("tells the time on the 24-hour clock for everybody", () => {
    const instants = fc.date({
      min: new Date("1950-01-01T00:00:00Z"),
      max: new Date("2100-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.constantFrom(...localeNames), (instant, locale) => {
        const time = instant.toISOString().slice(11, 16);
        expect(formatDateTime(instant, "UTC", locale).endsWith(time)).toBe(true);
      }),
    );
  });
});
