import { expect, it } from "vitest";
import { formatLongDate } from "./long-date";

it("says the weekday of the laboratory's day, not of the reader's", () => {
  const at = new Date("2026-11-20T05:44:00Z");
  expect(formatLongDate(at, "Europe/Berlin")).toBe("Friday 20 November 2026");
  expect(formatLongDate(at, "America/Los_Angeles")).toBe("Thursday 19 November 2026");
});
