import { describe, expect, it } from "vitest";
import { amendResult } from "@/lib/results/operations/amend-result";
import { a } from "@/tests/support/a";
import { aBench, anArrivedOrder, aReleasedOrder, enter, resultOf, verify } from "@/tests/support/a-bench";
import { anOrder, aProvider } from "@/tests/support/an-order";
import { openWholeOrder } from "./operations/open-whole-order";

const open = (orderId: string) => ({ params: { orderId } });

describe("the page of an order", () => {
  it("shows each reader as much as they may see", async () => {
    const bench = await aBench();
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" });
    const pathologist = await bench.pathologist.does(openWholeOrder, open(order.id));
    expect(pathologist).toMatchObject({
      lines: [{ analyteName: "Creatinine", value: "1.0", state: "released" }],
      reports: [{ number: 1, status: "final" }],
      invoices: [],
    });

    const reception = await (await bench.lab.member("receptionist")).does(openWholeOrder, open(order.id));
    expect(reception.lines).toEqual([]);
    expect(reception.results).toMatchObject([{ state: "released", flag: null }]);
    expect(reception.reports).toHaveLength(1);

    const cashier = await (await bench.lab.member("cashier")).does(openWholeOrder, open(order.id));
    expect(cashier.invoices).toHaveLength(1);
    expect(cashier).toMatchObject({ lines: [], reports: [] });
  });

  it("answers a provider for their own orders only", async () => {
    const lab = await a.laboratory();
    const provider = await lab.member("provider");
    const other = await lab.member("provider");
    const providerId = await aProvider(lab, { member: provider });
    await aProvider(lab, { member: other });
    const order = await anOrder(lab, { providerId });
    expect((await provider.does(openWholeOrder, open(order.id))).id).toBe(order.id);
    await expect(other.does(openWholeOrder, open(order.id))).rejects.toMatchObject({ code: "not_found" });
  });

  it("R18 shows the value that left the laboratory until its amendment is released", async () => {
    const bench = await aBench();
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" });
    await bench.pathologist.does(amendResult, {
      params: { resultId: resultOf(order, "CREA") },
      body: { value: "1.1", reason: "Typed from another line." },
      ifMatch: 4,
    });
    const { lines } = await bench.pathologist.does(openWholeOrder, open(order.id));
    expect(lines).toMatchObject([{ value: "1.0", state: "released", isBeingAmended: true }]);
  });

  it("R1 tells the age when the first sample was taken, and nothing before", async () => {
    const bench = await aBench();
    const waiting = await anOrder(bench.lab);
    expect((await bench.tech.does(openWholeOrder, open(waiting.id))).ageAtCollection).toBeNull();
    const taken = await anArrivedOrder(bench, {
      collectedAt: new Date(Date.now() - 3_600_000).toISOString(),
    });
    const age = (await bench.tech.does(openWholeOrder, open(taken.id))).ageAtCollection;
    expect(age).toMatch(/^\d+ years$/);
  });

  it("R14 brings the patient's value before along", async () => {
    const bench = await aBench();
    const { order: first } = await aReleasedOrder(
      bench,
      { CREA: "1.0" },
      { collectedAt: "2026-01-01T08:00:00Z" },
    );
    const again = await anArrivedOrder(bench, { items: ["CREA"], patientId: first.patient.id });
    await enter(bench.tech, again, { CREA: "1.4" });
    await verify(bench.scientist, again);
    const { lines } = await bench.scientist.does(openWholeOrder, open(again.id));
    expect(lines[0]?.previous?.value).toBe("1.0");
  });
});
