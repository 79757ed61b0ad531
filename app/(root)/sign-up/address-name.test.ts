import { describe, expect, it } from "vitest";
import { Slug } from "@/lib/laboratories/schema";
import { addressNameOf } from "./address-name";

describe("the name that is proposed for an address", () => {
  it.each([
    ["Harbour Laboratory", "harbour-laboratory"],
    ["St. Mary's Laboratory", "st-marys-laboratory"],
    ["Städtisches Labor Köln", "stadtisches-labor-koln"],
    ["3rd Street -- Lab ", "rd-street-lab"],
    ["検査室", ""],
  ])("is made of %j as %j", (name, proposed) => {
    expect(addressNameOf(name)).toBe(proposed);
  });

  it("is one that a laboratory can have, however long the name", () => {
    const proposed = addressNameOf("The very long name of a regional laboratory of many departments");
    expect(Slug.safeParse(proposed).success).toBe(true);
    expect(proposed.length).toBeLessThanOrEqual(32);
  });
});
