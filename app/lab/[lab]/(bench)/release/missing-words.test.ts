import { describe, expect, it } from "vitest";
import { missingWords } from "./missing-words";

describe("R17 what a final report still waits for", () => {
  it("is counted by what is to be done", () => {
    expect(missingWords([{ state: "pending" }, { state: "pending" }, { state: "entered" }])).toBe(
      "2 lines to enter, 1 to verify",
    );
    expect(missingWords([{ state: "entered" }])).toBe("1 line to verify");
  });
});
