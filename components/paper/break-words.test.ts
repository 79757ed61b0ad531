import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakWords, widthInEms } from "./break-words";

const narrow = breakWords(60, 10);

describe("words in a column", () => {
  it("leaves a word that fits whole", () => {
    expect(narrow("Hb")).toEqual(["Hb"]);
  });

  it("breaks a wide one after its own signs, and prints nothing where it breaks", () => {
    expect(breakWords(80, 10)("mL/min/1.73")).toEqual(["mL/min/1.73"]);
    expect(narrow("mL/min/1.73")).toEqual(["mL/", "", "min/", "", "1.73"]);
    expect(breakWords(50, 10)("10,5-20.75")).toEqual(["10,5-", "", "20.75"]);
  });

  it("never parts what one sees as one letter", () => {
    expect(narrow("e\u0301".repeat(12))).toEqual(
      Array.from({ length: 12 }, () => "e\u0301").flatMap((letter, index) =>
        index === 0 ? [letter] : ["", letter],
      ),
    );
  });

  it("loses and adds nothing, and no part of it is wider than the column", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (word) => {
        const parts = narrow(word);
        expect(parts.join("")).toBe(word);
        for (const part of parts)
          expect([...new Intl.Segmenter().segment(part)].length <= 1 || widthInEms(part) <= 6).toBe(true);
      }),
    );
  });
});
