import { describe, expect, it } from "vitest";
import { auditQuery, dayAfter } from "./audit-query";

describe("what the audit trail is asked for", () => {
  it("takes days of the laboratory's calendar, the last one whole", () => {
    expect(auditQuery({ from: "2026-07-01", to: "2026-07-01" }, "Europe/London")).toEqual({
      from: "2026-06-30T23:00:00.000Z",
      to: "2026-07-01T23:00:00.000Z",
    });
  });

  it("counts a day on over the end of a month", () => {
    expect(dayAfter("2026-02-28")).toBe("2026-03-01");
  });

  it("leaves out what is no day, no outcome and no id", () => {
    expect(auditQuery({ from: "yesterday", outcome: "perhaps", who: "me" }, "UTC")).toEqual({});
  });
});
