import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  readSecondFactorCode,
  recoveryAlphabet,
  recoveryLength,
  spellRecoveryCode,
} from "./second-factor-code";

describe("a code of the second factor, told by its shape", () => {
  it("P12 takes six digits for the app's, however they are grouped", () => {
    expect(readSecondFactorCode("123 456")).toEqual({ kind: "totp", code: "123456" });
    expect(readSecondFactorCode(" 123-456 ")).toEqual({ kind: "totp", code: "123456" });
  });

  it("P12 reads a recovery code back as it was written, in small letters too, and forgives I, L and O", () => {
    const written = fc.string({
      unit: fc.constantFrom(...recoveryAlphabet),
      minLength: recoveryLength,
      maxLength: recoveryLength,
    });
    fc.assert(
      fc.property(written, (code) => {
        const expected = { kind: "recovery_code", code };
        expect(readSecondFactorCode(spellRecoveryCode(code))).toEqual(expected);
        expect(readSecondFactorCode(code.toLowerCase().replaceAll("1", "l").replaceAll("0", "o"))).toEqual(
          expected,
        );
      }),
    );
  });

  it.each(["", "12345", "1234567", "ABCDE-FGHJ", "ABCDE-FGHJKM", "ABCDE-FGHJU", "ABCDE\u0000FGHJ", "१२३४५६"])(
    "takes %j for nothing",
    (typed) => expect(readSecondFactorCode(typed)).toBeNull(),
  );
});
