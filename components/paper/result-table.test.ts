import { describe, expect, it } from "vitest";
import type { ReportedLine } from "@/lib/reports/content";
import { numericLine, reportedLine } from "@/tests/support/paper-content";
import { flagText, intervalCell, limitsText, valueText } from "./line-text";
import { fitsInColumns, notesOf, pointPad, resultTable } from "./result-table";

const table = (...lines: ReportedLine[]) =>
  resultTable({ heading: "Chemistry", sampleBarcode: "X-1", lines }, "Europe/Berlin");

describe("a line of results", () => {
  it("groups digits as the screen does and keeps what was typed otherwise", () => {
    expect(valueText(reportedLine({ value: "105600" }))).toBe("105\u00a0600");
    expect(valueText(reportedLine({ value: "5.40" }))).toBe("5.40");
    expect(valueText(reportedLine({ value: "-2.5" }))).toBe("−2.5");
    expect(valueText(reportedLine({ value: "<0.01" }))).toBe("<0.01");
  });

  it("R12 says a flag in letters and in words, and prints nothing for N and none", () => {
    expect(flagText(reportedLine({ flag: "HH", flagWords: "critical" }))).toBe("HH critical");
    expect(flagText(reportedLine({ flag: "L", flagWords: "L low" }))).toBe("L low");
    expect(flagText(reportedLine({ flag: "N" }))).toBe("");
    expect(flagText(reportedLine({ flag: null }))).toBe("");
  });

  it("R8 prints limits as they are judged: a limit belongs to its interval", () => {
    expect(limitsText(reportedLine({ band: { low: "4300", high: "10800" } }))).toBe("4300 – 10\u00a0800");
    expect(limitsText(reportedLine({ band: { high: "200" } }))).toBe("≤ 200");
    expect(limitsText(reportedLine({ band: { low: "60" } }))).toBe("≥ 60");
    expect(intervalCell(reportedLine({ intervalText: "-2 – 3" }))).toBe("−2 – 3");
    expect(intervalCell(reportedLine({ intervalText: "Recommended: <200", band: { high: "200" } }))).toBe(
      "≤ 200",
    );
    expect(intervalCell(reportedLine({ intervalText: "no interval" }))).toBe("no interval");
  });

  it("gives numbers too long for their column, and words, the width of four", () => {
    expect(fitsInColumns(reportedLine({ value: "210000" }))).toBe(true);
    expect(fitsInColumns(reportedLine({ value: "12345678901234567890" }))).toBe(false);
    expect(fitsInColumns(reportedLine({ kind: "coded", value: "12" }))).toBe(false);
    expect(fitsInColumns(reportedLine({ value: null, notReported: true }))).toBe(false);
  });

  it("sets points under each other, and gives way where a number needs the room", () => {
    const { decimals } = table(
      reportedLine({ value: "4.41" }),
      reportedLine({ value: "105600" }),
      reportedLine({ value: "0.0000001" }),
    );
    expect(decimals).toBe(2);
    expect(pointPad("4.41", decimals, 60)).toBe(0);
    expect(pointPad("12.5", decimals, 60)).toBeCloseTo(5.4);
    expect(pointPad("41", decimals, 60)).toBeCloseTo(13.25, 1);
    expect(pointPad("123456789", decimals, 50)).toBeLessThan(2);
  });

  it("says once what is the same for every line, and on the line what is not", () => {
    const [usual, other] = [reportedLine({ method: "Enzymatic" }), reportedLine({ method: "Calculated" })];
    const mixed = table(usual, usual, other);
    expect(mixed.method).toBe("Enzymatic");
    expect(mixed.isEveryMethodSame).toBe(false);
    expect(notesOf(usual, mixed)).toEqual([]);
    expect(notesOf(other, mixed)).toEqual(["Method: Calculated"]);
    expect(table(usual, other).method).toBeUndefined();
  });

  it("heads the column of earlier values with their day when it is one, in the laboratory's zone", () => {
    const seen = (at: string) =>
      numericLine("Sodium", "140", "mmol/L", ["135", "145"], { previous: { value: "139", at } });
    expect(table(seen("2026-05-11T23:30:00Z"), seen("2026-05-12T10:00:00Z")).previousDay).toBe("12 May 2026");
    expect(table(seen("2026-05-11T10:00:00Z"), seen("2026-05-12T10:00:00Z")).previousDay).toBeUndefined();
  });
});
