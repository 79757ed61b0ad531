import { describe, expect, it } from "vitest";
import { accessionSample } from "@/lib/samples/operations/accession-samples";
import { a, type Lab } from "@/tests/support/a";
import {
  anOrder,
  aPatient,
  bring,
  byHand,
  facts,
  receive,
  resultsOf,
  statesOf,
} from "@/tests/support/an-order";
import { cancelItem } from "./operations/cancel-item";
import { cancelOrder } from "./operations/cancel-order";
import type { Order } from "./schema";

const reason = "Ordered twice";

describe("cancelling", () => {
  it("cancels an order with its items, results and tubes, for a reason", async () => {
    const lab = await a.laboratory();
    const reception = await lab.member("receptionist");
    const order = await anOrder(lab, { items: ["FBC", "CREA"] });
    const input = { params: { orderId: order.id }, body: { reason } };
    await expect(reception.does(cancelOrder, { ...input, body: {} })).rejects.toMatchObject({
      code: "validation_failed",
    });
    const cancelled = await reception.does(cancelOrder, input);
    expect(cancelled).toMatchObject({ state: "cancelled", cancelReason: reason });
    expect(cancelled.items.map((item) => item.cancelReason)).toEqual([reason, reason]);
    expect(statesOf(cancelled.samples)).toEqual({ cancelled: 2 });
    expect(statesOf(cancelled.results)).toEqual({ cancelled: order.results.length });
    expect(await facts(lab, "order.cancelled")).toEqual([{ orderId: order.id }]);
    await expect(reception.does(cancelOrder, input)).rejects.toMatchObject({ code: "illegal_move" });
  });

  it("is done with tubes that have arrived: they can be put away", async () => {
    const lab = await a.laboratory();
    const reception = await lab.member("receptionist");
    const order = await anOrder(lab, { items: ["FBC", "CREA"] });
    const tech = await lab.member("technician");
    await tech.does(accessionSample, {
      params: { sampleId: order.samples[0]?.id },
      body: { collectionNotRecorded: true },
    });
    await bring(lab, resultsOf(order, "FBC"), "verified");
    const cancelled = await reception.does(cancelOrder, { params: { orderId: order.id }, body: { reason } });
    expect(cancelled.samples.map(({ state }) => state)).toEqual(["completed", "cancelled"]);
    expect(statesOf(cancelled.results)).toEqual({ cancelled: order.results.length });
  });

  it("refuses an order of which something is released", async () => {
    const lab = await a.laboratory();
    const reception = await lab.member("receptionist");
    const order = await anOrder(lab, { items: ["FBC", "CREA"] });
    await receive(lab, order);
    await bring(lab, resultsOf(order, "CREA"), "released");
    const cancel = { params: { orderId: order.id }, body: { reason } };
    await expect(reception.does(cancelOrder, cancel)).rejects.toMatchObject({ code: "illegal_move" });
    await bring(lab, resultsOf(order, "FBC"), "released");
    await expect(reception.does(cancelOrder, cancel)).rejects.toMatchObject({ code: "illegal_move" });
  });

  it("cancels one item and the tests no other item needs", async () => {
    const lab = await a.laboratory();
    const reception = await lab.member("receptionist");
    const order = await anOrder(lab, { items: ["FBC", ":BMP", ":ELEC"] });
    const cancel = (code: string) =>
      reception.does(cancelItem, {
        params: { orderId: order.id, itemId: itemId(order, code) },
        body: { reason },
      });
    const withoutBmp = await cancel("BMP");
    const standing = withoutBmp.results.filter(({ state }) => state === "pending");
    expect(new Set(standing.map(({ testCode }) => testCode))).toEqual(
      new Set(["FBC", "NA", "K", "CL", "HCO3"]),
    );
    // Glucose's own tube is not needed any more.
    expect(statesOf(withoutBmp.samples)).toEqual({ expected: 2, cancelled: 1 });
    expect(withoutBmp.state).toBe("placed");
    const withoutFbc = await cancel("FBC");
    expect(statesOf(withoutFbc.samples)).toEqual({ cancelled: 2, expected: 1 });
    await expect(cancel("FBC")).rejects.toMatchObject({ code: "illegal_move" });
    const last = await cancel("ELEC");
    expect(last).toMatchObject({ state: "cancelled", cancelReason: reason });
    expect(await facts(lab, "order_item.cancelled")).toHaveLength(3);
    expect(await facts(lab, "order.cancelled")).toEqual([{ orderId: order.id }]);
  });

  it("charges a single test again when the panel that contained it is cancelled", async () => {
    const lab = await a.laboratory();
    const reception = await lab.member("receptionist");
    const order = await anOrder(lab, { items: ["CREA", ":BMP", ":RENAL"] });
    const alone = await anOrder(lab, { items: ["CREA"] });
    const price = alone.items[0]?.price;
    const charge = async (code: string) => {
      const input = { params: { orderId: order.id, itemId: itemId(order, code) }, body: { reason } };
      return (await reception.does(cancelItem, input)).items[0]?.price;
    };
    expect(await charge("BMP")).toBe(0);
    expect(await charge("RENAL")).toBe(price);
    expect(price).toBeGreaterThan(0);
  });

  it("keeps a result that two tests share for the one that stands", async () => {
    const lab = await a.laboratory();
    const { id: patientId } = await aPatient(lab);
    await shareAnalyte(lab, "CREA", "UREA");
    const reception = await lab.member("receptionist");
    const order = await anOrder(lab, { patientId, items: ["CREA", "UREA"] });
    expect(order.results.map(({ analyteCode }) => analyteCode)).toEqual(["CREA", "UREA"]);
    const after = await reception.does(cancelItem, {
      params: { orderId: order.id, itemId: itemId(order, "CREA") },
      body: { reason },
    });
    expect(after.results.map(({ analyteCode, testCode, state }) => [analyteCode, testCode, state])).toEqual([
      ["CREA", "UREA", "pending"],
      ["UREA", "UREA", "pending"],
    ]);
  });

  it("refuses an item of which something is released, and completes the order without the other", async () => {
    const lab = await a.laboratory();
    const reception = await lab.member("receptionist");
    const order = await anOrder(lab, { items: ["FBC", "CREA"] });
    await receive(lab, order);
    await bring(lab, resultsOf(order, "CREA"), "released");
    const cancel = (code: string) =>
      reception.does(cancelItem, {
        params: { orderId: order.id, itemId: itemId(order, code) },
        body: { reason },
      });
    await expect(cancel("CREA")).rejects.toMatchObject({ code: "illegal_move" });
    const after = await cancel("FBC");
    expect(after.state).toBe("completed");
    expect(statesOf(after.samples)).toEqual({ completed: 2 });
  });
});

function itemId(order: Order, code: string): string {
  return order.items.find((item) => item.code === code)?.id ?? "";
}

/** Makes a test measure another's analyte too. */
function shareAnalyte(lab: Lab, from: string, to: string) {
  return byHand(
    lab,
    `insert into test_analyte (laboratory_id, test_id, analyte_id, position)
     select $1, heir.id, a.analyte_id, 9 from test t
     join test_analyte a on a.laboratory_id = t.laboratory_id and a.test_id = t.id
     join test heir on heir.laboratory_id = t.laboratory_id and heir.code = $3
     where t.laboratory_id = $1 and t.code = $2`,
    [from, to],
  );
}
