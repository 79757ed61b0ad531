import { describe, expect, it } from "vitest";
import { sqlState } from "@/lib/api/database-problems";
import { newId } from "@/lib/core/ids";
import { inLaboratory } from "@/lib/infra/db";
import { openReport } from "@/lib/reports/operations/open-report";
import { releaseOrder } from "@/lib/reports/operations/release-order";
import { aBench, anArrivedOrder, type Bench, enter, resultOf, verify } from "@/tests/support/a-bench";
import { listCriticalNotifications } from "./operations/list-critical-notifications";
import { listResults } from "./operations/list-results";
import { openCriticals } from "./operations/open-criticals";
import { recordCriticalNotification } from "./operations/record-critical-notification";

const CALL = {
  notifiedAt: "2026-11-20T08:00:00.000Z",
  recipientName: "Nora Nurse",
  recipientRole: "Ward nurse",
  method: "phone",
  outcome: "read_back",
};

async function aCritical(bench: Bench) {
  const order = await anArrivedOrder(bench, { items: ["K"] });
  await enter(bench.tech, order, { K: "7.9" });
  return { order, resultId: resultOf(order, "K") };
}

const open = async (bench: Bench) => (await bench.tech.does(openCriticals)).data;
const call = (bench: Bench, resultId: string, body: object = {}) =>
  bench.tech.does(recordCriticalNotification, { params: { resultId }, body: { ...CALL, ...body } });

describe("R19 a critical value", () => {
  it("stands on the list of open calls from its entry, until somebody was reached", async () => {
    const bench = await aBench();
    const { order, resultId } = await aCritical(bench);
    expect(await open(bench)).toMatchObject([
      {
        result: { id: resultId, flag: "HH", value: "7.9" },
        patient: { displayName: "JONES, William" },
        attempts: [],
      },
    ]);
    await call(bench, resultId, { outcome: "unable_to_reach", note: "Left word with the switchboard." });
    expect(await open(bench)).toMatchObject([{ attempts: [{ outcome: "unable_to_reach" }] }]);
    await call(bench, resultId, { outcome: "reached_no_read_back" });
    expect(await open(bench)).toEqual([]);
    const calls = await bench.tech.does(listCriticalNotifications, { params: { resultId } });
    expect(calls.data.map(({ outcome }) => outcome)).toEqual(["unable_to_reach", "reached_no_read_back"]);
    expect(calls.data[0]?.notifiedBy.name).toBe("Tess Technician");
    const open2 = await bench.tech.does(listResults, { query: { orderId: order.id, criticalOpen: "true" } });
    expect(open2.data).toEqual([]);
  });

  it("is released without waiting for the call, which stays open until made", async () => {
    const bench = await aBench();
    const { order, resultId } = await aCritical(bench);
    await verify(bench.scientist, order);
    const { report } = await bench.pathologist.does(releaseOrder, {
      params: { orderId: order.id },
      body: {},
    });
    const { content } = await bench.pathologist.does(openReport, { params: { reportId: report.id } });
    expect(content?.critical).toMatchObject([{ analyte: "Potassium", flag: "HH", notifications: [] }]);
    const listed = await bench.tech.does(listResults, { query: { criticalOpen: "true" } });
    expect(listed.data.map(({ id }) => id)).toEqual([resultId]);
    await call(bench, resultId);
    expect(await open(bench)).toEqual([]);
  });

  it("prints who was told, when it was told before the release", async () => {
    const bench = await aBench();
    const { order, resultId } = await aCritical(bench);
    await call(bench, resultId);
    await verify(bench.scientist, order);
    const { report } = await bench.pathologist.does(releaseOrder, {
      params: { orderId: order.id },
      body: {},
    });
    const { content } = await bench.pathologist.does(openReport, { params: { reportId: report.id } });
    expect(content?.critical[0]?.notifications).toMatchObject([
      {
        by: "Tess Technician",
        recipientName: "Nora Nurse",
        recipientRole: "Ward nurse",
        outcome: "read_back",
      },
    ]);
  });

  it("asks for another call when a corrected value is critical again only if nobody was told of this result", async () => {
    const bench = await aBench();
    const { order, resultId } = await aCritical(bench);
    await enter(bench.tech, order, { K: "4.1" });
    expect(await open(bench)).toEqual([]);
    await expect(call(bench, resultId)).rejects.toMatchObject({ code: "illegal_move" });
    await enter(bench.tech, order, { K: "8.0" });
    expect(await open(bench)).toHaveLength(1);
  });

  it.each([
    ["a time to come", { notifiedAt: "2999-01-01T00:00:00Z" }, "notifiedAt"],
    ["nobody's name", { recipientName: " " }, "recipientName"],
    ["nobody's role", { recipientRole: undefined }, "recipientRole"],
    ["no word of what was done when nobody was reached", { outcome: "unable_to_reach" }, "note"],
  ])("refuses %s", async (_, body, field) => {
    const bench = await aBench();
    const { resultId } = await aCritical(bench);
    await expect(call(bench, resultId, body)).rejects.toMatchObject({
      code: "validation_failed",
      extras: { errors: { [field]: [expect.any(String)] } },
    });
  });

  it("is recorded by technician, scientist or pathologist, and by nobody else", async () => {
    const bench = await aBench();
    const { resultId } = await aCritical(bench);
    const record = (who: Bench["tech"]) =>
      who.does(recordCriticalNotification, { params: { resultId }, body: CALL });
    for (const who of [bench.tech, bench.scientist, bench.pathologist]) await record(who);
    for (const role of ["receptionist", "phlebotomist", "cashier", "provider", "auditor"] as const) {
      await expect(record(await bench.lab.member(role)), role).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(record(bench.lab.job() as Bench["tech"])).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is recorded once: no statement changes or deletes the record", async () => {
    const bench = await aBench();
    const { resultId } = await aCritical(bench);
    const { id } = await call(bench, resultId);
    const attempt = (text: string) =>
      inLaboratory(bench.lab.ref.id, bench.tech.memberId, async (db) => {
        await db.sql(text, [id]);
      }).catch((error) => sqlState(error));
    expect(await attempt("update critical_notification set outcome = 'read_back' where id = $1")).toBe(
      "42501",
    );
    expect(await attempt("delete from critical_notification where id = $1")).toBe("42501");
  });

  it("S5 is not known next door", async () => {
    const bench = await aBench();
    const neighbour = await aBench();
    const { resultId } = await aCritical(bench);
    expect(await open(neighbour)).toEqual([]);
    const theirs = await call(neighbour, resultId).catch((error) => error);
    const nothing = await call(neighbour, newId()).catch((error) => error);
    expect([theirs.code, theirs.message]).toEqual([nothing.code, nothing.message]);
  });
});
