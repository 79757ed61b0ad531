import { expect, it } from "vitest";
import { timeLeft } from "./time-left";

it("K6 tells the time left, never more than there is", () => {
  expect([1, 59, 60, 599, 86_399].map(timeLeft)).toEqual([
    "1 s left",
    "59 s left",
    "1 min left",
    "9 min left",
    "23 h 59 min left",
  ]);
});
