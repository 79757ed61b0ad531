import { describe, expect, it } from "vitest";
import { withoutEmpty, withoutEmptyGroups, withoutPaths } from "./values";

describe("what a form sends", () => {
  it("leaves out what was left empty, at every depth", () => {
    const typed = {
      familyName: "Jones",
      phone: "",
      address: { city: "", country: "US" },
      quantity: Number.NaN,
    };
    expect(withoutEmpty(typed, "absent")).toEqual({ familyName: "Jones", address: { country: "US" } });
  });

  it("empties a field by null where a change must be able to", () => {
    expect(withoutEmpty({ phone: "", isFasting: false, count: 0 }, "null")).toEqual({
      phone: null,
      isFasting: false,
      count: 0,
    });
  });

  it("leaves out a group of fields of which none was filled in, and says which", () => {
    const given = withoutEmpty({ licence: "X1", clinic: { street: "", city: "" }, tests: [{}] }, "absent");
    expect(withoutEmptyGroups(given)).toEqual({
      values: { licence: "X1", tests: [{}] },
      groups: ["clinic"],
    });
    expect(withoutEmptyGroups({ clinic: { city: "York" } })).toEqual({
      values: { clinic: { city: "York" } },
      groups: [],
    });
  });

  it("keeps the places of a list", () => {
    expect(withoutEmpty({ items: [{ testCode: "" }, { testCode: "FBC" }] }, "absent")).toEqual({
      items: [{}, { testCode: "FBC" }],
    });
  });
});

describe("what is kept in the browser", () => {
  it("never holds a secret, however deep it lies", () => {
    const typed = { name: "North", admin: { email: "a@b.test", password: "x" } };
    expect(withoutPaths(typed, ["admin.password", "code"])).toEqual({
      name: "North",
      admin: { email: "a@b.test" },
    });
    expect(typed.admin.password).toBe("x");
  });
});
