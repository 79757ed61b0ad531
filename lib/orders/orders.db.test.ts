import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { inLaboratory } from "@/lib/infra/db";
import { accessionSample } from "@/lib/samples/operations/accession-samples";
import { a, type Lab } from "@/tests/support/a";
import { anOrder, aPatient, aProvider, bring, facts, itemOf, receive } from "@/tests/support/an-order";
import { cancelItem } from "./operations/cancel-item";
import { cancelOrder } from "./operations/cancel-order";
import { changeOrder } from "./operations/change-order";
import { listCollections } from "./operations/list-collections";
import { listOrders } from "./operations/list-orders";
import { listPatientOrders } from "./operations/list-patient-orders";
import { openOrder } from "./operations/open-order";
import { openOrderPage } from "./operations/open-order-page";
import { placeOrder } from "./operations/place-order";
import type { Order } from "./schema";

const reason = "Ordered twice";

function statesOf(things: readonly { state: string }[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { state } of things) counted[state] = (counted[state] ?? 0) + 1;
  return counted;
}

function resultIds(order: Order, ...testCodes: string[]): string[] {
  return order.results
    .filter((result) => testCodes.length === 0 || testCodes.includes(result.testCode))
    .map((result) => result.id);
}

function itemId(order: Order, code: string): string {
  return order.items.find((item) => item.code === code)?.id ?? "";
}

describe("placing an order", () => {
  it("answers with its number, a tube for each kind of sample, and what is to be measured", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const order = await anOrder(lab, { items: ["FBC", ":LIPID"], priority: "urgent", fasting: true });
    expect(order).toMatchObject({
      accessionNumber: "261120-00001",
      state: "placed",
      priority: "urgent",
      fasting: true,
      pregnant: null,
      patient: { displayName: "JONES, William", birthDate: "1961-06-15", sex: "male" },
      items: [
        { kind: "test", code: "FBC", cancelledAt: null },
        { kind: "panel", code: "LIPID", testCodes: ["CHOL", "TRIG", "HDL", "LDL"] },
      ],
      placedAt: "2026-11-20T08:00:00.000Z",
      version: 1,
    });
    expect(order.samples.map(({ barcode, sampleType, state }) => [barcode, sampleType, state])).toEqual([
      ["261120-00001-1", "blood-edta", "expected"],
      ["261120-00001-2", "serum-gel", "expected"],
    ]);
    expect(statesOf(order.results)).toEqual({ pending: order.results.length });
    const lipids = order.results.filter(({ sampleId }) => sampleId === order.samples[1]?.id);
    expect(lipids.map(({ analyteCode }) => analyteCode)).toEqual(["CHOL", "TRIG", "HDL", "LDL"]);
    clock.pass(24 * 3_600_000);
    expect((await anOrder(lab)).accessionNumber).toBe("261121-00001");
  });

  it("R3 gives fifty orders at once fifty numbers, and fifty more another fifty", async () => {
    const lab = await a.laboratory();
    const reception = await lab.member("receptionist");
    const { id: patientId } = await aPatient(lab);
    const place = () => reception.does(placeOrder, { body: { patientId, items: [{ testCode: "CREA" }] } });
    const numbers: string[] = [];
    for (const batch of [1, 2]) {
      const orders = await Promise.all(Array.from({ length: 50 }, place));
      numbers.push(...orders.map((order) => order.accessionNumber));
      expect(new Set(numbers).size).toBe(batch * 50);
    }
  }, 60_000);

  it("R3 numbers by the laboratory's own day and format, and never starts a number again within one", async () => {
    a.clock("2026-11-20T23:30:00Z");
    const lab = await a.laboratory({ timeZone: "Asia/Tokyo" });
    expect((await anOrder(lab)).accessionNumber).toBe("261121-00001");
    const reception = await lab.member("receptionist");
    reception.actor.laboratory = { ...reception.actor.laboratory, accessionFormat: "L{yy}-{seq:3}" };
    const { id: patientId } = await aPatient(lab);
    const place = () => reception.does(placeOrder, { body: { patientId, items: [{ testCode: "CREA" }] } });
    expect((await place()).accessionNumber).toBe("L26-001");
    a.clock("2026-12-24T12:00:00Z");
    expect((await place()).accessionNumber).toBe("L26-002");
  });

  it("does a test once that two panels share, and charges each panel its price and the single test nothing", async () => {
    const lab = await a.laboratory();
    const order = await anOrder(lab, { items: ["CREA", ":BMP", ":RENAL", "CREA"] });
    expect(order.items.map(({ code, price }) => [code, price])).toEqual([
      ["CREA", 0],
      ["BMP", 3000],
      ["RENAL", 3800],
    ]);
    expect(order.results.filter(({ analyteCode }) => analyteCode === "CREA")).toHaveLength(1);
    // Glucose has a tube of its own.
    expect(order.samples.map(({ sampleType }) => sampleType)).toEqual(["serum-gel", "plasma-fluoride"]);
  });

  it("copies the price of the moment, and shows it to those who may see prices", async () => {
    const lab = await a.laboratory();
    const order = await anOrder(lab, { items: ["FBC"] });
    await byHand(lab, "update price set amount = amount + 1 where laboratory_id = $1", []);
    const reception = await lab.member("receptionist");
    const tech = await lab.member("technician");
    const input = { params: { orderId: order.id } };
    expect((await reception.does(openOrder, input)).items[0]?.price).toBe(1800);
    expect((await tech.does(openOrder, input)).items[0]).not.toHaveProperty("price");
  });

  it("takes sixty items and no more, none empty, none unknown", async () => {
    const lab = await a.laboratory();
    const reception = await lab.member("receptionist");
    const { id: patientId } = await aPatient(lab);
    const codes = await testCodes(lab);
    const sixty = codes.slice(0, 60).map(itemOf);
    const order = await reception.does(placeOrder, { body: { patientId, items: sixty } });
    expect(order.items).toHaveLength(Math.min(60, codes.length));
    for (const items of [
      [],
      [...sixty, ...sixty].slice(0, 61),
      [{}],
      [{ testCode: "FBC", panelCode: "LIPID" }],
    ]) {
      await expect(reception.does(placeOrder, { body: { patientId, items } })).rejects.toMatchObject({
        code: "validation_failed",
      });
    }
    await expect(
      reception.does(placeOrder, { body: { patientId, items: [{ testCode: "FBC" }, { testCode: "NOPE" }] } }),
    ).rejects.toMatchObject({
      code: "validation_failed",
      extras: { errors: { "items.1.testCode": [expect.any(String)] } },
    });
  });

  it("refuses a provider who has left the directory, and knows none who is not in it", async () => {
    const lab = await a.laboratory();
    const retired = await aProvider(lab, { retired: true });
    await expect(anOrder(lab, { providerId: retired })).rejects.toMatchObject({ code: "validation_failed" });
    await expect(anOrder(lab, { providerId: newId() })).rejects.toMatchObject({ code: "not_found" });
    const providerId = await aProvider(lab);
    expect(await anOrder(lab, { providerId })).toMatchObject({ provider: { displayName: "Grace Hopper" } });
  });

  it("announces itself once", async () => {
    const lab = await a.laboratory();
    const order = await anOrder(lab);
    expect(await facts(lab, "order.placed")).toEqual([{ orderId: order.id }]);
  });
});

describe("a provider", () => {
  it("orders in their own name only", async () => {
    const lab = await a.laboratory();
    const doctor = await lab.member("provider");
    const { id: patientId } = await aPatient(lab, { registeredById: doctor.memberId });
    const body = { patientId, items: [{ testCode: "CREA" }] };
    await expect(doctor.does(placeOrder, { body })).rejects.toMatchObject({ code: "forbidden" });
    const providerId = await aProvider(lab, { member: doctor });
    expect((await doctor.does(placeOrder, { body })).providerId).toBe(providerId);
    expect((await doctor.does(placeOrder, { body: { ...body, providerId } })).providerId).toBe(providerId);
    const other = await aProvider(lab);
    await expect(doctor.does(placeOrder, { body: { ...body, providerId: other } })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("orders for patients they registered or that an order of theirs names, and knows no others", async () => {
    const lab = await a.laboratory();
    const doctor = await lab.member("provider");
    const providerId = await aProvider(lab, { member: doctor });
    const items = [{ testCode: "CREA" }];
    const stranger = await aPatient(lab);
    const order = () => doctor.does(placeOrder, { body: { patientId: stranger.id, items } });
    const list = () => doctor.does(listPatientOrders, { params: { patientId: stranger.id } });
    await expect(order()).rejects.toMatchObject({ code: "not_found" });
    await expect(list()).rejects.toMatchObject({ code: "not_found" });
    await anOrder(lab, { patientId: stranger.id, providerId });
    expect((await list()).data).toHaveLength(1);
    expect((await order()).patient.mrn).toBe(stranger.mrn);
  });

  it("sees the orders that name them, and is answered as if there were no others", async () => {
    const lab = await a.laboratory();
    const doctor = await lab.member("provider");
    const providerId = await aProvider(lab, { member: doctor });
    const { id: patientId } = await aPatient(lab);
    const mine = await anOrder(lab, { patientId, providerId });
    const theirs = await anOrder(lab, { patientId, providerId: await aProvider(lab) });
    const nobodys = await anOrder(lab, { patientId });
    expect((await doctor.does(listOrders)).data.map(({ id }) => id)).toEqual([mine.id]);
    expect(
      (await doctor.does(listPatientOrders, { params: { patientId } })).data.map(({ id }) => id),
    ).toEqual([mine.id]);
    expect((await doctor.does(openOrder, { params: { orderId: mine.id } })).id).toBe(mine.id);
    for (const { id: orderId, version } of [theirs, nobodys]) {
      for (const op of [openOrder, openOrderPage]) {
        await expect(doctor.does(op, { params: { orderId } })).rejects.toMatchObject({ code: "not_found" });
      }
      await expect(
        doctor.does(changeOrder, { params: { orderId }, body: { fasting: true }, ifMatch: version }),
      ).rejects.toMatchObject({ code: "not_found" });
    }
    const change = { params: { orderId: mine.id }, ifMatch: mine.version };
    await expect(
      doctor.does(changeOrder, { ...change, body: { providerId: theirs.providerId } }),
    ).rejects.toMatchObject({ code: "not_found" });
    expect((await doctor.does(changeOrder, { ...change, body: { fasting: true } })).fasting).toBe(true);
  });

  it("sees every order with another role that does", async () => {
    const lab = await a.laboratory();
    const both = await lab.member(["provider", "receptionist"]);
    await aProvider(lab, { member: both });
    const order = await anOrder(lab);
    expect((await both.does(listOrders)).data.map(({ id }) => id)).toEqual([order.id]);
  });

  it("is shown no flag of a result that has not been released", async () => {
    const lab = await a.laboratory();
    const doctor = await lab.member("provider");
    const order = await anOrder(lab, {
      providerId: await aProvider(lab, { member: doctor }),
      items: ["CREA"],
    });
    await byHand(lab, "update result set flag = 'HH' where laboratory_id = $1");
    const input = { params: { orderId: order.id } };
    expect((await doctor.does(openOrderPage, input)).results.map(({ flag }) => flag)).toEqual([null]);
    const tech = await lab.member("technician");
    expect((await tech.does(openOrderPage, input)).results.map(({ flag }) => flag)).toEqual(["HH"]);
  });
});

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
    await bring(lab, resultIds(order, "FBC"), "released");
    expect((await read()).state).toBe("in_progress");
    await bring(lab, resultIds(order, "CREA"), "verified");
    expect((await read()).state).toBe("in_progress");
    await bring(lab, resultIds(order, "CREA"), "released");
    expect(await read()).toMatchObject({ state: "completed", completedAt: expect.any(String) });
  });

  it("is completed by the second of two people who release its last results at the same moment", async () => {
    const lab = await a.laboratory();
    const order = await anOrder(lab, { items: ["FBC", "CREA"] });
    await receive(lab, order);
    await bring(lab, resultIds(order), "verified");
    await Promise.all([
      bring(lab, resultIds(order, "FBC"), "released"),
      bring(lab, resultIds(order, "CREA"), "released"),
    ]);
    const reader = await lab.member("auditor");
    expect((await reader.does(openOrder, { params: { orderId: order.id } })).state).toBe("completed");
  });
});

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
    await bring(lab, resultIds(order, "FBC"), "verified");
    const cancelled = await reception.does(cancelOrder, { params: { orderId: order.id }, body: { reason } });
    expect(cancelled.samples.map(({ state }) => state)).toEqual(["completed", "cancelled"]);
    expect(statesOf(cancelled.results)).toEqual({ cancelled: order.results.length });
  });

  it("refuses an order of which something is released", async () => {
    const lab = await a.laboratory();
    const reception = await lab.member("receptionist");
    const order = await anOrder(lab, { items: ["FBC", "CREA"] });
    await receive(lab, order);
    await bring(lab, resultIds(order, "CREA"), "released");
    const cancel = { params: { orderId: order.id }, body: { reason } };
    await expect(reception.does(cancelOrder, cancel)).rejects.toMatchObject({ code: "illegal_move" });
    await bring(lab, resultIds(order, "FBC"), "released");
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
    await bring(lab, resultIds(order, "CREA"), "released");
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
    const page = await reception.does(openOrderPage, { params: { orderId: order.id } });
    expect(new Set(page.results.map(({ dueAt }) => dueAt))).toEqual(new Set(["2026-11-20T08:30:00.000Z"]));
  });

  it("ends when the order is completed or cancelled", async () => {
    const lab = await a.laboratory();
    const reception = await lab.member("receptionist");
    const order = await anOrder(lab, { items: ["CREA"] });
    await receive(lab, order);
    await bring(lab, resultIds(order), "released");
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
    await expect(find({ cursor: "nonsense" })).rejects.toMatchObject({ code: "malformed_request" });
  });

  it("show how far each order has come", async () => {
    const lab = await a.laboratory();
    const order = await anOrder(lab, { items: ["CREA", "UREA", "NA"] });
    await receive(lab, order);
    await bring(lab, resultIds(order, "CREA"), "entered");
    await bring(lab, resultIds(order, "UREA"), "released");
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
      reception.does(openOrderPage, { params: { orderId } }),
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

function byHand(lab: Lab, sql: string, values: unknown[] = []) {
  return inLaboratory(lab.ref.id, null, async (db) => db.sql(sql, [lab.ref.id, ...values]));
}

async function testCodes(lab: Lab): Promise<string[]> {
  const rows = await inLaboratory(lab.ref.id, null, async (db) =>
    db.sql<{ code: string }>("select code from test where laboratory_id = $1 order by code", [lab.ref.id]),
  );
  return rows.map(({ code }) => code);
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
