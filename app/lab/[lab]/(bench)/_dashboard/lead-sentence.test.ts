import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/core/access";
import type { Actor } from "@/lib/core/actor";
import type { Dashboard } from "@/lib/dashboard/schema";
import { leadSentence } from "./lead-sentence";

const queue = (waiting: number, isCapped = false) => ({ data: [], waiting, isCapped });

function aDashboard(wish: Partial<Dashboard> = {}): Dashboard {
  const none = Array.from({ length: 24 }, () => 0);
  return {
    at: "2026-11-20T06:44:00.000Z",
    ...{ calls: null, verification: null, release: null, entry: null, collection: null },
    ...{ arriving: null, reports: null, invoices: null },
    flow: {
      placed: 58,
      collected: 0,
      accessioned: 0,
      entered: 0,
      verified: 0,
      released: 22,
      isCapped: false,
    },
    arrivals: { hour: 6, today: none, usual: null },
    ...wish,
  };
}

const somebody = (...roles: Role[]): Actor => ({
  kind: "person",
  name: "Sam",
  laboratory: null,
  account: null,
  member: { id: "m", name: "Sam", roles, providerId: null },
  session: null,
  from: { host: "demo.test", origin: "https://demo.test", ip: null, device: "", requestId: "r" },
});

describe("the sentence that the dashboard leads with", () => {
  it("counts what this person may verify, not what they entered themselves", () => {
    const verification = { ...queue(7), overdue: 2, notYours: 1 };
    expect(leadSentence(aDashboard({ verification }), somebody("scientist"))).toBe(
      "Six samples wait for your verification",
    );
  });

  it("says the last step first to whoever has several", () => {
    const verification = { ...queue(7), overdue: 0, notYours: 0 };
    const release = { ...queue(1), overdue: 0 };
    expect(leadSentence(aDashboard({ verification, release }), somebody("scientist", "pathologist"))).toBe(
      "One order waits for your release",
    );
  });

  it("says what waits to be collected to whoever collects, not to reception", () => {
    const dashboard = aDashboard({ collection: queue(50, true) });
    expect(leadSentence(dashboard, somebody("phlebotomist"))).toBe("More than 50 orders wait for collection");
    expect(leadSentence(dashboard, somebody("receptionist"))).toBe(
      "58 samples were ordered today, 22 released",
    );
  });

  it("says so when nothing waits", () => {
    const entry = { sections: [], waiting: 0, isCapped: false };
    expect(leadSentence(aDashboard({ entry }), somebody("technician"))).toBe("Nothing waits for you");
  });
});
