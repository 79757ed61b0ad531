import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName } from "./fold";
import { trigramForm } from "./trigrams";

describe("names as trigrams are made of them", () => {
  it("leaves what folding makes of Latin names as it is", () => {
    expect(trigramForm("O’Brien-Müßig 2")).toBe("obrien mussig 2");
  });

  it("says every name in small letters, digits and spaces", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect(trigramForm(name)).toMatch(/^[a-z0-9 ]*$/);
      }),
    );
  });

  it("gives the letters of an alphabet codes of their own", () => {
    for (const [first, last] of [
      [0x621, 0x64a],
      [0x430, 0x45f],
      [0x3b1, 0x3c9],
      [0x905, 0x939],
      [0x4e00, 0x4eff],
    ] as const) {
      const letters = Array.from({ length: last - first + 1 }, (_, place) =>
        String.fromCodePoint(first + place),
      );
      const distinct = (forms: string[]) => new Set(forms.filter((form) => form !== "")).size;
      expect(distinct(letters.map(trigramForm))).toBe(distinct(letters.map(foldName)));
    }
  });

  it("keeps each letter's place, so that a part of a name is a part of its form", () => {
    expect(trigramForm("王小芳")).toBe(trigramForm("王") + trigramForm("小") + trigramForm("芳"));
    expect(trigramForm("小芳").length).toBe(6);
  });
});
