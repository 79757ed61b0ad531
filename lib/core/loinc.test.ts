import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loincProblem } from "./loinc";

describe("LOINC codes", () => {
  it("R10 takes codes whose check digit fits", () => {
    for (const code of ["718-7", "2160-0", "4544-3", "2345-7", "30428-7", "98979-8", "1-8"]) {
      expect([code, loincProblem(code)]).toEqual([code, null]);
    }
  });

  it("R10 refuses what has not the form of one, saying what that is", () => {
    for (const code of ["", "718", "718-", "-7", "LP14449-0", "12345678-1", "718-77", " 718-7", "७१८-7"]) {
      expect(loincProblem(code)).toMatch(/hyphen and a check digit/);
    }
  });

  it("R10 notices any one mistyped digit", () => {
    fc.assert(
      fc.property(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = [..."304287"];
        digits[place] = String((Number(digits[place]) + shift) % 10);
        const code = `${digits.slice(0, 5).join("")}-${digits[5]}`;
        expect(loincProblem(code)).toMatch(/check digit/);
      }),
    );
  });
});
