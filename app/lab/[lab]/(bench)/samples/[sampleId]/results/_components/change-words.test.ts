import { describe, expect, it } from "vitest";
import { changeWords } from "./change-words";

describe("the change against the value before", () => {
  it("is said in whole percent of it, with its sign", () => {
    expect(changeWords("105600", "9800")).toBe("+978 %");
    expect(changeWords("12.5", "13.8")).toBe("−9 %");
    expect(changeWords("4.41", "4.41")).toBe("0 %");
    expect(changeWords("-2", "-4")).toBe("+50 %");
  });

  it("is not said of what is no number, or of nothing", () => {
    expect(changeWords("<0.1", "0.2")).toBeNull();
    expect(changeWords("None seen", "None seen")).toBeNull();
    expect(changeWords("1", "0")).toBeNull();
    expect(changeWords(null, "1")).toBeNull();
    expect(changeWords("1", null)).toBeNull();
  });
});
