import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { writeCursor } from "@/lib/core/paging";
import { a } from "@/tests/support/a";
import { anOrder, aPatient, aProvider, bring, receive, resultsOf } from "@/tests/support/an-order";
import { cancelItem } from "./operations/cancel-item";
import { cancelOrder } from "./operations/cancel-order";
import { changeOrder } from "./operations/change-order";
import { listCollections } from "./operations/list-collections";
import { listOrders } from "./operations/list-orders";
import { listPatientOrders } from "./operations/list-patient-orders";
import { openOrder } from "./operations/open-order";
import { placeOrder } from "./operations/place-order";

const reason = "Ordered twice";

describe("lists of orders", () => {
  it("go page by page, newest first, each order once", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const reception = await lab.member("receptionist");
    const placed: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      placed.unshift((await anOrder(lab, { items: ["CREA"] })).id);
      // Several in the same millisecond, so that the id has to decide.
      if (n % 3 === 0) clock.pass(1000);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = cursor ? { limit: "3", cursor } : { limit: "3" };
      const page: Awaited<ReturnType<typeof list>> = await list(query);
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
      expect(page.hasMore).toBe(cursor !== null);
    } while (cursor);
    expect(new Set(seen)).toEqual(new Set(placed));
    expect(seen).toHaveLength(7);

    function list(query: Record<string, string>) {
      return reception.does(listOrders, { query });
    }
  });

  it("find by state, priority, patient, provider, number and time", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const reception = await lab.member("receptionist");
    const providerId = await aProvider(lab);
    const first = await anOrder(lab, { priority: "stat", providerId });
    clock.pass(3_600_000);
    const second = await anOrder(lab);
    await reception.does(cancelOrder, { params: { orderId: second.id }, body: { reason } });
    const find = async (query: Record<string, string>) =>
      (await reception.does(listOrders, { query })).data.map(({ id }) => id);
    expect(await find({ state: "cancelled" })).toEqual([second.id]);
    expect(await find({ priority: "stat" })).toEqual([first.id]);
    expect(await find({ patientId: first.patient.id })).toEqual([first.id]);
    expect(await find({ providerId })).toEqual([first.id]);
    expect(await find({ accessionNumber: "261120-00002" })).toEqual([second.id]);
    expect(await find({ accessionNumber: "2611" })).toEqual([second.id, first.id]);
    expect(await find({ from: "2026-11-20T08:30:00Z" })).toEqual([second.id]);
    expect(await find({ to: "2026-11-20T09:30:00+01:00" })).toEqual([first.id]);
    await expect(find({ colour: "red" })).rejects.toMatchObject({ code: "malformed_request" });
    for (const cursor of ["nonsense", writeCursor(["yesterday", "1"]), writeCursor([1, 2, 3])]) {
      await expect(find({ cursor })).rejects.toMatchObject({ code: "malformed_request" });
    }
    await expect(find({ from: "0000-01-01T00:00:00Z" })).rejects.toMatchObject({ code: "malformed_request" });
  });

  it("show how far each order has come", async () => {
    const lab = await a.laboratory();
    const order = await anOrder(lab, { items: ["CREA", "UREA", "NA"] });
    await receive(lab, order);
    await bring(lab, resultsOf(order, "CREA"), "entered");
    await bring(lab, resultsOf(order, "UREA"), "released");
    const reader = await lab.member("auditor");
    expect((await reader.does(listOrders)).data[0]).toMatchObject({
      progress: { pending: 1, entered: 1, verified: 0, released: 1 },
      itemNames: order.items.map(({ name }) => name),
    });
  });

  it("tell the phlebotomist what is still to be taken, the most urgent order first", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const routine = await anOrder(lab);
    clock.pass(60_000);
    const stat = await anOrder(lab, { priority: "stat" });
    const arrived = await anOrder(lab);
    await receive(lab, arrived);
    const phlebotomist = await lab.member("phlebotomist");
    const first = await phlebotomist.does(listCollections, { query: { limit: "1" } });
    expect(first.data.map(({ orderId }) => orderId)).toEqual([stat.id]);
    const second = await phlebotomist.does(listCollections, { query: { cursor: first.nextCursor } });
    expect(second.data.map(({ orderId, samples }) => [orderId, samples.length])).toEqual([[routine.id, 2]]);
    expect(second.hasMore).toBe(false);
  });
});

describe("the laboratory next door", () => {
  it("is answered for every id of ours as for one that never existed", async () => {
    const ours = await a.laboratory();
    const next = await a.laboratory();
    const order = await anOrder(ours, { providerId: await aProvider(ours) });
    const theirPatient = await aPatient(next);
    const reception = await next.member("receptionist");
    const items = [{ testCode: "CREA" }];
    const item = order.items[0]?.id;
    const never = newId();
    const attempts = (orderId: string, patientId: string, providerId: string) => [
      reception.does(openOrder, { params: { orderId } }),
      reception.does(cancelOrder, { params: { orderId }, body: { reason } }),
      reception.does(cancelItem, { params: { orderId, itemId: item }, body: { reason } }),
      reception.does(changeOrder, { params: { orderId }, body: { fasting: true }, ifMatch: 1 }),
      reception.does(listPatientOrders, { params: { patientId } }),
      reception.does(placeOrder, { body: { patientId, items } }),
      reception.does(placeOrder, { body: { patientId: theirPatient.id, items, providerId } }),
    ];
    const answers = async (all: Promise<unknown>[]) =>
      (await Promise.allSettled(all)).map((each) =>
        each.status === "rejected" ? [each.reason.code, each.reason.message] : each.value,
      );
    const foreign = await answers(attempts(order.id, order.patient.id, order.providerId ?? ""));
    expect(foreign).toEqual(await answers(attempts(never, never, never)));
    expect(new Set(foreign.map(String))).toEqual(new Set([String(["not_found", expectedWords])]));
    const own = await anOrder(next);
    await expect(
      reception.does(cancelItem, { params: { orderId: own.id, itemId: item }, body: { reason } }),
    ).rejects.toMatchObject({ code: "not_found" });
    expect((await reception.does(listOrders, { query: { patientId: order.patient.id } })).data).toEqual([]);
    const untouched = await (await ours.member("auditor")).does(openOrder, { params: { orderId: order.id } });
    expect(untouched).toMatchObject({ state: "placed", version: order.version });
  });

  const expectedWords = "There is no such record here. Check the address or the number.";
});
