import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, isHexColour, labColours } from "@/lib/core/colour";

// Canvas and surface of the two themes, measured from the tokens by another converter.
const GROUNDS = { light: ["#f5f7f9", "#ffffff"], dark: ["#0e1317", "#151a1f"] };
const anyHex = fc.nat({ max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("contrast", () => {
  it("is what WCAG says", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#ffffff", "#ffffff")).toBe(1);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrast("#fff", "#777")).toBe(contrast("#777777", "#FFFFFF"));
  });

  it("refuses what is not a colour", () => {
    for (const text of [
      "",
      "red",
      "#12",
      "#12345",
      "#1234567",
      "#12345678",
      "123456",
      "#gggggg",
      "#12345g",
    ]) {
      expect(isHexColour(text)).toBe(false);
      expect(() => labColours(text)).toThrow(RangeError);
    }
    expect(isHexColour("#0A6b5e")).toBe(true);
  });
});

describe("the laboratory's colour", () => {
  it("is legible in both themes, whatever was chosen", () => {
    fc.assert(
      fc.property(anyHex, (hex) => {
        const colours = labColours(hex);
        for (const theme of ["light", "dark"] as const) {
          const { fill, on, line } = colours[theme];
          for (const colour of [fill, on, line]) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
          expect(contrast(fill, on)).toBeGreaterThanOrEqual(4.5);
          for (const ground of GROUNDS[theme]) expect(contrast(line, ground)).toBeGreaterThanOrEqual(3);
          expect(colours.ratio[theme].fill).toBeGreaterThanOrEqual(4.5);
          expect(colours.ratio[theme].line).toBeGreaterThanOrEqual(3);
        }
      }),
      {
        numRuns: 500,
        examples: [["#000000"], ["#ffffff"], ["#ffff00"], ["#0000ff"], ["#ff0000"], ["#808080"]],
      },
    );
  });

  it("stays as chosen where it is legible already", () => {
    const colours = labColours("#0A6B5E");
    expect(colours.light).toEqual({ fill: "#0a6b5e", on: "#ffffff", line: "#0a6b5e" });
    expect(colours.shifted).toBe(false);
    expect(labColours("#0a6b5e")).toEqual(colours);
  });

  it("is darkened by day and lightened by night, and says so", () => {
    const pale = labColours("#9fd8cf");
    expect(pale.shifted).toBe(true);
    expect(contrast(pale.light.fill, "#ffffff")).toBeGreaterThan(contrast("#9fd8cf", "#ffffff"));
    expect(pale.dark.fill).toBe("#9fd8cf");
    const deep = labColours("#0a6b5e");
    expect(contrast(deep.dark.fill, "#000000")).toBeGreaterThan(contrast("#0a6b5e", "#000000"));
  });

  it("moves no further than it must", () => {
    fc.assert(
      fc.property(anyHex, (hex) => {
        const { light, shifted, ratio } = labColours(hex);
        if (shifted && contrast(hex, "#ffffff") < 4.5) expect(ratio.light.fill).toBeLessThan(4.8);
        else if (!shifted) expect(light.fill).toBe(hex);
      }),
    );
  });

  it("is calmed when it glows", () => {
    const { light, shifted } = labColours("#0000ff");
    expect(shifted).toBe(true);
    expect(light.fill).not.toBe("#0000ff");
  });

  it("is warned of when it resembles a critical flag", () => {
    for (const hex of ["#b3261e", "#e53935", "#d84315", "#8b0000"]) {
      expect(labColours(hex).resemblesCritical).toBe(true);
    }
    for (const hex of ["#0a6b5e", "#1e40af", "#6b21a8", "#808080", "#000000", "#ffffff", "#8a8686"]) {
      expect(labColours(hex).resemblesCritical).toBe(false);
    }
  });
});
