import { expect, it } from "vitest";
import { hasLimits, place } from "@/lib/core/placement";
import type { Comparator } from "@/lib/core/quantity";

it.each<[Comparator, string, string]>([
  ["=", "2.99", "below"],
  ["=", "3", "inside"],
  ["=", "10", "inside"],
  ["=", "10.01", "above"],
  ["<", "3", "below"],
  ["<", "3.01", "unsure"],
  ["≤", "3", "unsure"],
  ["≤", "2.9", "below"],
  [">", "10", "above"],
  [">", "9.9", "unsure"],
  ["≥", "10", "unsure"],
  ["≥", "10.1", "above"],
  [">", "2", "unsure"],
  ["<", "11", "unsure"],
])("R12 places %s%s against 3–10: %s", (comparator, digits, placement) => {
  expect(place({ comparator, digits, text: "" }, { low: "3", high: "10.0" })).toBe(placement);
});

it("places everything inside limits that are both open", () => {
  expect(place({ comparator: "<", digits: "1", text: "" }, {})).toBe("inside");
  expect(hasLimits({})).toBe(false);
  expect(hasLimits({ low: "0" })).toBe(true);
  expect(hasLimits({ low: null, high: "0" })).toBe(true);
});
