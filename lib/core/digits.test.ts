import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupDigits } from "@/lib/core/digits";

describe("numbers for reading", () => {
  it.each([
    ["105600", "105\u00a0600"],
    ["9800", "9800"],
    ["10800", "10\u00a0800"],
    ["1234567.12345", "1\u00a0234\u00a0567.12345"],
    ["-2.5", "−2.5"],
    ["−12345", "−12\u00a0345"],
    ["<10000", "<10\u00a0000"],
    ["> 10000", "> 10\u00a0000"],
    ["", ""],
    ["not seen", "not seen"],
  ])("shows %j as %j", (text, shown) => {
    expect(groupDigits(text)).toBe(shown);
  });

  it("loses no digit of any number", () => {
    fc.assert(
      fc.property(fc.bigInt(), (value) => {
        expect(groupDigits(value.toString()).replaceAll("\u00a0", "").replace("−", "-")).toBe(
          value.toString(),
        );
      }),
    );
  });
});
