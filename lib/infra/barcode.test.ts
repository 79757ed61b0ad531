import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCode128 } from "@/tests/support/code128";
import { code128, qrCode } from "./barcode";

/** Widths of bars and spaces, from the path of a code one module high. */
function widthsOf(path: string): number[] {
  const edges = [...path.matchAll(/M(\d+) 0h(\d+)/g)].flatMap(([, x, width]) => [
    Number(x),
    Number(x) + Number(width),
  ]);
  return edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
}

describe("Code 128", () => {
  it("reads back as it was written, whatever printable ASCII it is", () => {
    const barcode = fc.string({
      unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(barcode, (text) => {
        expect(readCode128(widthsOf(code128(text).path))).toBe(text);
      }),
    );
  });

  it("packs digits in pairs: an accession number fits a 50 mm label with its white edges", () => {
    expect(code128("261120-00042-1").width + 20).toBeLessThanOrEqual(200);
  });

  it("is as wide as its bars", () => {
    const { width, path } = code128("261120-00042-1");
    expect(widthsOf(path).reduce((sum, each) => sum + each, 0)).toBe(width);
  });

  it("refuses what a scanner could not give back", () => {
    expect(() => code128("Ä1")).toThrow(RangeError);
    expect(() => code128("")).toThrow(RangeError);
  });
});

describe("a QR code", () => {
  it("is square, of a size the standard knows, and begins with its first eye", () => {
    const { width, height, path } = qrCode("https://demo.lims.test/check/7K4Q-M2XD-9R3T");
    expect(width).toBe(height);
    expect((width - 17) % 4).toBe(0);
    expect(path.startsWith("M0 0h7v1h-7z")).toBe(true);
  });
});
