import { describe, expect, it } from "vitest";
import { grouped, sizeWords } from "./size-words";

describe("sizes in words", () => {
  it("have one decimal where it tells something", () => {
    expect([0, 8192, 1_048_576, 1_572_864, 52_428_800, 5 * 1024 ** 3].map(sizeWords)).toEqual(
      ["0 kB", "8 kB", "1.0 MB", "1.5 MB", "50 MB", "5.0 GB"].map((text) => text.replace(" ", "\u00a0")),
    );
  });

  it("group the digits of large numbers", () => {
    expect([7, 9800, 105600, 1234567].map(grouped)).toEqual([
      "7",
      "9800",
      "105\u00a0600",
      "1\u00a0234\u00a0567",
    ]);
  });
});
