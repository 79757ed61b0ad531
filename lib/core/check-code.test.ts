import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCode, isCheckCode, readCheckCode } from "@/lib/core/check-code";

const bytes = fc.uint8Array({ minLength: 13, maxLength: 13 });

describe("check codes", () => {
  it("R21 are twenty characters in groups of five", () => {
    expect(checkCode(new Uint8Array(13))).toBe("00000-00000-00000-00000");
    expect(checkCode(new Uint8Array(13).fill(255))).toBe("ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ");
    expect(checkCode(Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10]))).toBe(
      "00000-00000-00000-00001",
    );
    expect(checkCode(Uint8Array.from([0xf8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))).toBe(
      "Z0000-00000-00000-00000",
    );
  });

  it("R21 refuse too little randomness", () => {
    expect(() => checkCode(new Uint8Array(12))).toThrow(RangeError);
  });

  it("R21 carry 100 bits: another first 100 bits, another code", () => {
    fc.assert(
      fc.property(bytes, fc.nat({ max: 99 }), (given, bit) => {
        const other = Uint8Array.from(given);
        other[Math.floor(bit / 8)] = (other[Math.floor(bit / 8)] ?? 0) ^ (0x80 >> (bit % 8));
        expect(checkCode(other)).not.toBe(checkCode(given));
      }),
    );
  });

  it("R21 are recognised as printed, and only so", () => {
    fc.assert(
      fc.property(bytes, (given) => {
        expect(isCheckCode(checkCode(given))).toBe(true);
        expect(isCheckCode(checkCode(given).replaceAll("-", ""))).toBe(false);
      }),
    );
    for (const text of ["", "00000-00000-00000", "0000U-00000-00000-00000", "00000-00000-00000-00000\n"]) {
      expect(isCheckCode(text)).toBe(false);
    }
  });

  it("R21 are read from what people type", () => {
    expect(readCheckCode(" 7k4qm-2xd9r-3t00o-il000 ")).toBe("7K4QM-2XD9R-3T000-11000");
    expect(readCheckCode("7K4QM2XD9R3T00011000")).toBe("7K4QM-2XD9R-3T000-11000");
    expect(readCheckCode("7K4QM")).toBeNull();
    expect(readCheckCode("")).toBeNull();
    expect(readCheckCode("7K4QM-2XD9R-3T000-1100U")).toBeNull();
    fc.assert(
      fc.property(bytes, (given) => {
        expect(readCheckCode(checkCode(given).toLowerCase())).toBe(checkCode(given));
      }),
    );
  });
});
