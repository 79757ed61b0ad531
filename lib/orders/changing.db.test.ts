import { describe, expect, it } from "vitest";
import { accessionSample } from "@/lib/samples/operations/accession-samples";
import { a } from "@/tests/support/a";
import { anOrder, bring, byHand, facts, receive, resultsOf } from "@/tests/support/an-order";
import { changeOrder } from "./operations/change-order";
import { openOrder } from "./operations/open-order";

describe("the state of an order", () => {
  it("follows from its samples and results", async () => {
    const lab = await a.laboratory();
    const reader = await lab.member("auditor");
    const order = await anOrder(lab, { items: ["FBC", "CREA"] });
    const read = () => reader.does(openOrder, { params: { orderId: order.id } });
    const tech = await lab.member("technician");
    const [edta] = order.samples;
    await tech.does(accessionSample, {
      params: { sampleId: edta?.id },
      body: { collectionNotRecorded: true },
    });
    expect(await read()).toMatchObject({ state: "in_progress", completedAt: null });
    await bring(lab, resultsOf(order, "FBC"), "released");
    expect((await read()).state).toBe("in_progress");
    await bring(lab, resultsOf(order, "CREA"), "verified");
    expect((await read()).state).toBe("in_progress");
    await bring(lab, resultsOf(order, "CREA"), "released");
    expect(await read()).toMatchObject({ state: "completed", completedAt: expect.any(String) });
  });

  it("is completed by the second of two people who release its last results at the same moment", async () => {
    const lab = await a.laboratory();
    const order = await anOrder(lab, { items: ["FBC", "CREA"] });
    await receive(lab, order);
    await bring(lab, resultsOf(order), "verified");
    await Promise.all([
      bring(lab, resultsOf(order, "FBC"), "released"),
      bring(lab, resultsOf(order, "CREA"), "released"),
    ]);
    const reader = await lab.member("auditor");
    expect((await reader.does(openOrder, { params: { orderId: order.id } })).state).toBe("completed");
  });
});

describe("changing an order", () => {
  it("asks for the version, and refuses a stale one", async () => {
    const lab = await a.laboratory();
    const reception = await lab.member("receptionist");
    const order = await anOrder(lab);
    const change = { params: { orderId: order.id }, body: { clinicalNotes: "Tired" } };
    await expect(reception.does(changeOrder, change)).rejects.toMatchObject({
      code: "precondition_required",
    });
    const changed = await reception.does(changeOrder, { ...change, ifMatch: order.version });
    expect(changed).toMatchObject({ clinicalNotes: "Tired", version: order.version + 1 });
    await expect(reception.does(changeOrder, { ...change, ifMatch: order.version })).rejects.toMatchObject({
      code: "precondition_failed",
    });
    const back = await reception.does(changeOrder, {
      ...change,
      body: { clinicalNotes: null },
      ifMatch: changed.version,
    });
    expect(back.clinicalNotes).toBeNull();
  });

  it("R6a announces another pregnancy status, and counts not recorded as not pregnant", async () => {
    const lab = await a.laboratory();
    const reception = await lab.member("receptionist");
    const order = await anOrder(lab);
    let version = order.version;
    const heard: number[] = [];
    for (const pregnant of [false, true, true, null]) {
      const changed = await reception.does(changeOrder, {
        params: { orderId: order.id },
        body: { pregnant },
        ifMatch: version,
      });
      version = changed.version;
      heard.push((await facts(lab, "order.pregnancy_corrected")).length);
    }
    expect(heard).toEqual([0, 1, 1, 2]);
  });

  it("moves what is due with the priority", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const reception = await lab.member("receptionist");
    const order = await anOrder(lab, { items: ["FBC"] });
    expect(order.dueAt).toBe("2026-11-20T10:00:00.000Z");
    const input = { params: { orderId: order.id }, body: { priority: "stat" }, ifMatch: order.version };
    expect((await reception.does(changeOrder, input)).dueAt).toBe("2026-11-20T08:30:00.000Z");
    const due = await byHand<{ at: Date }>(lab, "select due_at as at from result where laboratory_id = $1");
    expect(new Set(due.map(({ at }) => at.toISOString()))).toEqual(new Set(["2026-11-20T08:30:00.000Z"]));
  });

  it("ends when the order is completed or cancelled", async () => {
    const lab = await a.laboratory();
    const reception = await lab.member("receptionist");
    const order = await anOrder(lab, { items: ["CREA"] });
    await receive(lab, order);
    await bring(lab, resultsOf(order), "released");
    const { version } = await reception.does(openOrder, { params: { orderId: order.id } });
    await expect(
      reception.does(changeOrder, {
        params: { orderId: order.id },
        body: { pregnant: true },
        ifMatch: version,
      }),
    ).rejects.toMatchObject({ code: "illegal_move" });
  });
});
