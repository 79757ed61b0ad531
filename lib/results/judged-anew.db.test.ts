import { describe, expect, it } from "vitest";
import { changeOrder } from "@/lib/orders/operations/change-order";
import { openOrder } from "@/lib/orders/operations/open-order";
import { correctPatient } from "@/lib/patients/operations/correct-patient";
import { openPatient } from "@/lib/patients/operations/open-patient";
import { releaseResult } from "@/lib/reports/operations/release-result";
import { correctCollection } from "@/lib/samples/operations/correct-collection";
import { a } from "@/tests/support/a";
import {
  aBench,
  anArrivedOrder,
  aReleasedOrder,
  type Bench,
  enter,
  resultOf,
  tubeOf,
  verify,
} from "@/tests/support/a-bench";
import { aPatient, facts } from "@/tests/support/an-order";
import { amendResult } from "./operations/amend-result";
import { listWouldChange } from "./operations/list-would-change";
import { openResult } from "./operations/open-result";

async function correct(bench: Bench, patientId: string, body: object): Promise<void> {
  const reception = await bench.lab.member("receptionist");
  const params = { patientId };
  const { version } = await reception.does(openPatient, { params });
  await reception.does(correctPatient, { params, body, ifMatch: version });
}

const look = (bench: Bench, resultId: string) => bench.tech.does(openResult, { params: { resultId } });

describe("R6a a correction of what values are judged by", () => {
  it("judges entered and verified values anew, and keeps what they were flagged before", async () => {
    const bench = await aBench();
    const patientId = (await aPatient(bench.lab, { sex: "male" })).id;
    const entered = await anArrivedOrder(bench, { items: ["FBC"], patientId });
    const verified = await anArrivedOrder(bench, { items: ["FBC"], patientId });
    // Low for a man, inside for a woman.
    for (const order of [entered, verified]) await enter(bench.tech, order, { HGB: "12.5" });
    await verify(bench.scientist, verified);
    await correct(bench, patientId, { sex: "female" });

    const first = await look(bench, resultOf(entered, "HGB"));
    expect(first).toMatchObject({
      value: "12.5",
      flag: "N",
      state: "entered",
      enteredBy: { name: "Tess Technician" },
    });
    expect(first.changes).toMatchObject([
      { what: "judged_anew", before: { flag: "L", interval: "13.4 – 17.0" }, after: { flag: "N" } },
    ]);
    const second = await look(bench, resultOf(verified, "HGB"));
    expect(second).toMatchObject({ flag: "N", state: "verified", verifiedBy: { name: "Sam Scientist" } });
  });

  it("never touches what is released, and lists what would be flagged otherwise, for somebody to amend", async () => {
    const bench = await aBench();
    const patientId = (await aPatient(bench.lab, { sex: "male" })).id;
    const order = await anArrivedOrder(bench, { items: ["FBC"], patientId });
    await enter(bench.tech, order, { HGB: "12.5", NEU: "4.00" });
    await verify(bench.scientist, order);
    const resultId = resultOf(order, "HGB");
    for (const id of [resultId, resultOf(order, "NEU")]) {
      await bench.pathologist.does(releaseResult, { params: { resultId: id }, body: { preliminary: true } });
    }
    await correct(bench, patientId, { sex: "female" });

    expect(await look(bench, resultId)).toMatchObject({ flag: "L", interval: { words: "13.4 – 17.0" } });
    const listed = () => bench.pathologist.does(listWouldChange, { params: { orderId: order.id } });
    expect((await listed()).data).toMatchObject([
      {
        result: { id: resultId },
        flag: { printed: "L", now: "N" },
        interval: { printed: "13.4 – 17.0", now: "11.7 – 15.3" },
      },
    ]);
    expect(await facts(bench.lab, "result.would_change")).toEqual([{ resultId, orderId: order.id }]);

    const { version } = await look(bench, resultId);
    const reason = "The patient's sex was recorded wrongly.";
    const amendment = await bench.pathologist.does(amendResult, {
      params: { resultId },
      body: { value: "12.5", reason },
      ifMatch: version,
    });
    expect(amendment.flag).toBe("N");
  });

  it("takes it off the list when the correction is turned back", async () => {
    const bench = await aBench();
    const patientId = (await aPatient(bench.lab, { sex: "male" })).id;
    const { order } = await aReleasedOrder(bench, { CREA: "1.2" }, { patientId });
    const listed = () => bench.pathologist.does(listWouldChange, { params: { orderId: order.id } });
    await correct(bench, patientId, { sex: "female" });
    expect((await listed()).data).toHaveLength(1);
    await correct(bench, patientId, { sex: "male" });
    expect((await listed()).data).toEqual([]);
  });

  it("follows a corrected birth date and a corrected time of collection", async () => {
    const bench = await aBench();
    a.clock("2026-11-20T12:00:00Z");
    const patientId = (await aPatient(bench.lab, { birthDate: "2026-11-05", sex: "male" })).id;
    const order = await anArrivedOrder(bench, {
      ...{ items: ["CREA"], patientId, collectedAt: "2026-11-20T09:00:00Z" },
    });
    // Fifteen days old: high. A day before: inside.
    await enter(bench.tech, order, { CREA: "0.50" });
    const resultId = resultOf(order, "CREA");
    expect((await look(bench, resultId)).flag).toBe("H");
    await bench.tech.does(correctCollection, {
      params: { sampleId: tubeOf(order) },
      body: { collectedAt: "2026-11-19T09:00:00Z", reason: "Read off the request form" },
    });
    expect((await look(bench, resultId)).flag).toBe("N");
    await correct(bench, patientId, { birthDate: "2026-11-01" });
    expect((await look(bench, resultId)).flag).toBe("H");
    expect((await look(bench, resultId)).changes.map(({ what }) => what)).toEqual([
      "judged_anew",
      "judged_anew",
    ]);
  });

  it("follows a corrected pregnancy; not recorded counts as not pregnant", async () => {
    const bench = await aBench();
    const patientId = (await aPatient(bench.lab, { sex: "female", birthDate: "1996-02-02" })).id;
    const order = await anArrivedOrder(bench, { items: ["FBC"], patientId });
    await enter(bench.tech, order, { HGB: "11.2" });
    expect((await look(bench, resultOf(order, "HGB"))).flag).toBe("L");
    const reception = await bench.lab.member("receptionist");
    const { version } = await reception.does(openOrder, { params: { orderId: order.id } });
    await reception.does(changeOrder, {
      params: { orderId: order.id },
      body: { pregnant: true },
      ifMatch: version,
    });
    expect((await look(bench, resultOf(order, "HGB"))).flag).toBe("N");
  });

  it("judges a value that is being entered while the birth date is corrected by one of the two, not by a mixture", async () => {
    const bench = await aBench();
    const patientId = (await aPatient(bench.lab, { sex: "male" })).id;
    const order = await anArrivedOrder(bench, { items: ["FBC"], patientId });
    await Promise.all([
      enter(bench.tech, order, { HGB: "12.5" }),
      correct(bench, patientId, { sex: "female" }),
    ]);
    // Whoever came second, the value ends up judged by what is true now.
    expect(await look(bench, resultOf(order, "HGB"))).toMatchObject({
      flag: "N",
      interval: { words: "11.7 – 15.3" },
    });
  });
});
