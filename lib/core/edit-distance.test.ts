import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWithinEdits } from "@/lib/core/edit-distance";

describe("slips of the hand", () => {
  it.each([
    ["smith", "smith", 0],
    ["smith", "smyth", 1],
    ["smith", "smiht", 1],
    ["smith", "mith", 1],
    ["smith", "smitth", 1],
    ["smith", "mshit", 3],
    ["maria", "marta", 1],
    ["ab", "ba", 1],
    ["", "ab", 2],
    ["kitten", "sitting", 3],
    ["👩a", "👨a", 1],
  ])("between %s and %s there are %i", (a, b, slips) => {
    expect(isWithinEdits(a, b, slips)).toBe(true);
    if (slips > 0) expect(isWithinEdits(a, b, slips - 1)).toBe(false);
  });

  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });

  it("are as many from there to here", () => {
    fc.assert(
      fc.property(word, word, fc.nat({ max: 4 }), (a, b, most) => {
        expect(isWithinEdits(a, b, most)).toBe(isWithinEdits(b, a, most));
      }),
    );
  });

  it("never exceed the letters that were touched", () => {
    fc.assert(
      fc.property(
        word,
        fc.array(fc.tuple(fc.nat({ max: 7 }), fc.constantFrom("a", "b", "")), { maxLength: 3 }),
        (a, slips) => {
          const slipped = slips.reduce(
            (text, [at, letter]) => text.slice(0, at) + letter + text.slice(at + 1),
            a,
          );
          expect(isWithinEdits(a, slipped, slips.length)).toBe(true);
        },
      ),
    );
  });
});
