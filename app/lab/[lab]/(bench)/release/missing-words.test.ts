import { describe, expect, it } from "vitest";
import { missingNames, missingWords } from "./missing-words";

const line = (analyteName: string, testName: string, state: "pending" | "entered") => ({
  ...{ analyteName, testName, state },
});

describe("R17 what a final report still waits for", () => {
  it("is counted by what is to be done", () => {
    expect(missingWords([{ state: "pending" }, { state: "pending" }, { state: "entered" }])).toBe(
      "2 lines to enter, 1 to verify",
    );
    expect(missingWords([{ state: "entered" }])).toBe("1 line to verify");
  });

  it("is named, several lines of one test by the name of the test", () => {
    expect(
      missingNames([
        line("Sodium", "Sodium", "pending"),
        line("LDL", "Lipid profile", "entered"),
        line("HDL", "Lipid profile", "entered"),
      ]),
    ).toBe("to enter: Sodium; to verify: Lipid profile");
    const many = ["A", "B", "C", "D", "E", "F"].map((name) => line(name, name, "pending"));
    expect(missingNames(many)).toBe("to enter: A · B · C · D and 2 more");
    expect(missingNames(many.slice(0, 2))).toBe("to enter: A · B");
  });
});
