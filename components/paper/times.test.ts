import { describe, expect, it } from "vitest";
import { timeSpan, zoneName } from "./times";

describe("times on paper", () => {
  it("span from the first to the last, whatever their order", () => {
    expect(timeSpan(["2026-11-20T16:58:00Z", "2026-11-20T14:41:00Z"], "America/Los_Angeles")).toBe(
      "20 Nov 2026, 06:41 – 08:58",
    );
    expect(timeSpan(["2026-11-20T06:00:00Z", "2026-11-21T06:00:00Z"], "UTC")).toBe(
      "20 Nov 2026, 06:00 – 21 Nov 2026, 06:00",
    );
    expect(timeSpan(["2026-11-20T06:00:01Z", "2026-11-20T06:00:59Z"], "UTC")).toBe("20 Nov 2026, 06:00");
    expect(timeSpan([], "UTC")).toBe("");
  });

  it("name the zone as it is at that time of the year", () => {
    expect(zoneName(new Date("2026-11-20T12:00:00Z"), "America/Los_Angeles")).toBe("PST");
    expect(zoneName(new Date("2026-07-20T12:00:00Z"), "America/Los_Angeles")).toBe("PDT");
  });
});
