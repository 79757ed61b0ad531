import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { inLaboratory } from "@/lib/infra/db";
import { a, type Lab } from "@/tests/support/a";
import { anOrder, aPatient, aProvider, byHand, facts, itemOf, statesOf } from "@/tests/support/an-order";
import { openOrder } from "./operations/open-order";
import { placeOrder } from "./operations/place-order";

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

async function testCodes(lab: Lab): Promise<string[]> {
  const rows = await inLaboratory(lab.ref.id, null, async (db) =>
    db.sql<{ code: string }>("select code from test where laboratory_id = $1 order by code", [lab.ref.id]),
  );
  return rows.map(({ code }) => code);
}
