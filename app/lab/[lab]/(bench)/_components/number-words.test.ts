import { describe, expect, it } from "vitest";
import { countOf, inWords } from "./number-words";

describe("a number in a sentence", () => {
  it("is a word up to twelve", () => {
    expect([0, 7, 12, 13].map(inWords)).toEqual(["no", "seven", "twelve", "13"]);
  });

  it("begins the sentence with what is counted", () => {
    expect(countOf(1, "sample")).toBe("One sample");
    expect(countOf(7, "sample")).toBe("Seven samples");
    expect(countOf(50, "order", { isCapped: true })).toBe("More than 50 orders");
  });
});
