import { describe, expect, it } from "vitest";
import { aBench, anArrivedOrder, aReleasedOrder, enter, resultOf, verify } from "@/tests/support/a-bench";
import { anOrder } from "@/tests/support/an-order";
import { recordCriticalNotification } from "../results/operations/record-critical-notification";
import { openDashboard } from "./operations/open-dashboard";

describe("the dashboard", () => {
  it("shows each person what waits for them, and nothing of what they may not see", async () => {
    const bench = await aBench();
    const { lab, tech, scientist, pathologist } = bench;
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    const forTech = await tech.does(openDashboard);
    expect(forTech.entry).toMatchObject({ waiting: 1, sections: [{ section: "Chemistry", pending: 1 }] });
    expect(forTech).toMatchObject({ verification: null, release: null, collection: null, invoices: null });

    await enter(tech, order, { CREA: "1.0" });
    const forScientist = await scientist.does(openDashboard);
    expect(forScientist.verification).toMatchObject({
      waiting: 1,
      notYours: 0,
      data: [{ orderId: order.id }],
    });
    expect(forScientist.entry?.sections).toEqual([]);
    expect(forScientist.release).toBeNull();

    await verify(scientist, order);
    const forPathologist = await pathologist.does(openDashboard);
    expect(forPathologist.release).toMatchObject({ waiting: 1, data: [{ orderId: order.id, missing: [] }] });
    expect(forPathologist.verification).toBeNull();

    const forAdministrator = await lab.administrator.does(openDashboard);
    expect(Object.entries(forAdministrator).filter(([, part]) => part === null).length).toBe(8);
    expect(forAdministrator.flow).toMatchObject({
      placed: 1,
      accessioned: 1,
      entered: 1,
      verified: 1,
      released: 0,
    });
  });

  it("R15 says how many of the waiting this person entered", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.scientist, order, { CREA: "1.0" });
    const { verification } = await bench.scientist.does(openDashboard);
    expect(verification).toMatchObject({ waiting: 1, notYours: 1, data: [{ whyNot: "entered by you" }] });
  });

  it("R19 keeps a critical value open until somebody was told", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["K"] });
    await enter(bench.tech, order, { K: "7.2" });
    const resultId = resultOf(order, "K");
    const open = await bench.pathologist.does(openDashboard);
    expect(open.calls?.data.map(({ result }) => result.id)).toEqual([resultId]);
    await bench.tech.does(recordCriticalNotification, {
      params: { resultId },
      body: {
        notifiedAt: new Date(Date.now() - 1000).toISOString(),
        recipientName: "Dr. Nicholas Radon",
        recipientRole: "Requester",
        method: "phone",
        outcome: "read_back",
      },
    });
    expect((await bench.pathologist.does(openDashboard)).calls).toMatchObject({ waiting: 0, data: [] });
  });

  it("follows today's samples from the order to the report, leaving out what was cancelled", async () => {
    const bench = await aBench();
    await anOrder(bench.lab, { items: ["CREA"] });
    await anArrivedOrder(bench, { items: ["CREA"] });
    await aReleasedOrder(bench, { CREA: "1.0" });
    const { flow, arrivals, reports } = await bench.pathologist.does(openDashboard);
    expect(flow).toEqual({
      ...{ placed: 3, collected: 2, accessioned: 2, entered: 1, verified: 1, released: 1 },
      isCapped: false,
    });
    expect(arrivals.today.reduce((sum, hour) => sum + hour, 0)).toBe(2);
    expect(arrivals.usual).toBeNull();
    expect(reports).toMatchObject({ waiting: 1, data: [{ number: 1 }] });
  });
});
