import { describe, expect, it } from "vitest";
import { inLaboratory } from "@/lib/infra/db";
import { a, type Member } from "@/tests/support/a";
import { anOrder, aPatient, aProvider, byHand } from "@/tests/support/an-order";
import { changeOrder } from "./operations/change-order";
import { listOrders } from "./operations/list-orders";
import { listPatientOrders } from "./operations/list-patient-orders";
import { openOrder } from "./operations/open-order";
import { placeOrder } from "./operations/place-order";
import { presentOrderPage } from "./presenter";
import { findOrder } from "./repository.find";

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
      await expect(doctor.does(openOrder, { params: { orderId } })).rejects.toMatchObject({
        code: "not_found",
      });
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
    const row = await inLaboratory(lab.ref.id, null, async (db) => findOrder(db, lab.ref.id, order.id));
    const flags = ({ actor }: Member) => presentOrderPage(row, actor).results.map(({ flag }) => flag);
    expect(flags(doctor)).toEqual([null]);
    expect(flags(await lab.member("technician"))).toEqual(["HH"]);
  });
});
