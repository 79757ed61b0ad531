import { describe, expect, it } from "vitest";
import { presentArrivals } from "./arrivals";

const friday = { now: new Date("2026-11-20T06:44:00Z"), timeZone: "UTC", weeksMax: 8 };

describe("samples arriving by hour", () => {
  it("stand beside the median of the same weekday, days without samples counting as none", () => {
    const arrivals = presentArrivals(
      [
        { weeksAgo: 0, hour: 5, samples: 19 },
        { weeksAgo: 1, hour: 5, samples: 10 },
        { weeksAgo: 2, hour: 5, samples: 14 },
      ],
      { ...friday, first: new Date("2026-10-30T08:00:00Z") },
    );
    expect(arrivals.hour).toBe(6);
    expect(arrivals.today[5]).toBe(19);
    expect(arrivals.usual).toMatchObject({ weeks: 3 });
    expect(arrivals.usual?.byHour[5]).toBe(10);
  });

  it("are not compared in a laboratory's first week", () => {
    expect(presentArrivals([], { ...friday, first: new Date("2026-11-16T08:00:00Z") }).usual).toBeNull();
    expect(presentArrivals([], { ...friday, first: null }).usual).toBeNull();
  });

  it("are counted on the laboratory's clock", () => {
    const tokyo = { ...friday, timeZone: "Asia/Tokyo" };
    expect(presentArrivals([], { ...tokyo, first: null }).hour).toBe(15);
  });
});
