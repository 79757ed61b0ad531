import { describe, expect, it } from "vitest";
import { sqlState } from "@/lib/api/database-problems";
import { newId } from "@/lib/core/ids";
import { inLaboratory } from "@/lib/infra/db";
import { openOrder } from "@/lib/orders/operations/open-order";
import { openReport } from "@/lib/reports/operations/open-report";
import { releaseOrder } from "@/lib/reports/operations/release-order";
import { releaseResult } from "@/lib/reports/operations/release-result";
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
import { aProvider, facts } from "@/tests/support/an-order";
import { amendResult } from "./operations/amend-result";
import { cancelResult } from "./operations/cancel-result";
import { enterResults } from "./operations/enter-results";
import { openResult } from "./operations/open-result";
import { recordCriticalNotification } from "./operations/record-critical-notification";
import { retestResult } from "./operations/retest-result";
import { verifyResult } from "./operations/verify-result";

const reason = "The value of another tube was typed.";
const VERSION_RELEASED = 4;

async function amend(bench: Bench, resultId: string, body: object, ifMatch = VERSION_RELEASED) {
  return await bench.pathologist.does(amendResult, {
    params: { resultId },
    body: { reason, ...body },
    ifMatch,
  });
}

describe("R16 measuring again", () => {
  it("replaces a verified value by a linked pending one, and keeps both readable", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.tech, order, { CREA: "1.0" });
    await verify(bench.scientist, order);
    const resultId = resultOf(order, "CREA");
    const again = await bench.scientist.does(retestResult, { params: { resultId }, body: { reason } });
    expect(again).toMatchObject({
      state: "pending",
      value: null,
      replacesId: resultId,
      replaceReason: reason,
    });
    const old = await bench.tech.does(openResult, { params: { resultId } });
    expect(old).toMatchObject({ state: "replaced", value: "1.0" });
    expect(old.versions.map(({ id, state }) => [id, state])).toEqual([
      [resultId, "replaced"],
      [again.id, "pending"],
    ]);
  });

  it("releases one of the two: what was replaced never leaves", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.tech, order, { CREA: "1.0" });
    const resultId = resultOf(order, "CREA");
    await bench.tech.does(retestResult, { params: { resultId }, body: { reason } });
    await expect(
      bench.pathologist.does(releaseResult, { params: { resultId }, body: {} }),
    ).rejects.toMatchObject({ code: "illegal_move" });
    await enter(bench.tech, order, { CREA: "1.3" });
    await verify(bench.scientist, order);
    const { results } = await bench.pathologist.does(releaseOrder, {
      params: { orderId: order.id },
      body: {},
    });
    expect(results).toHaveLength(1);
    expect((await bench.tech.does(openResult, { params: { resultId } })).state).toBe("replaced");
  });

  it("lets no verified value change, by no statement", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.tech, order, { CREA: "1.0" });
    await verify(bench.scientist, order);
    const change = (columns: string) =>
      inLaboratory(bench.lab.ref.id, bench.tech.memberId, async (db) => {
        await db.sql(`update result set ${columns} where id = $1`, [resultOf(order, "CREA")]);
      }).catch((error) => sqlState(error));
    expect(await change("value = '2.0'")).toBe("LM018");
    expect(await change("unit = 'umol/L'")).toBe("LM018");
    expect(await change("not_reported = true, value = null")).toBe("LM018");
    await expect(
      bench.tech.does(enterResults, {
        params: { sampleId: tubeOf(order) },
        body: { results: [{ analyteCode: "CREA", value: "2.0" }] },
      }),
    ).rejects.toMatchObject({ code: "validation_failed" });
  });
});

describe("R18 amending what is released", () => {
  it("goes through another person and a corrected report, and keeps the original readable", async () => {
    const bench = await aBench();
    const { order, report } = await aReleasedOrder(bench, { CREA: "1.0" });
    const resultId = resultOf(order, "CREA");
    const amendment = await amend(bench, resultId, { value: "1.4" });
    expect(amendment).toMatchObject({
      ...{ state: "entered", value: "1.4", supersedesId: resultId, amendReason: reason },
      enteredBy: { name: "Pat Pathologist" },
    });
    // The order is not done until the amendment is.
    const open = await bench.tech.does(openOrder, { params: { orderId: order.id } });
    expect(open.state).toBe("in_progress");

    await bench.scientist.does(verifyResult, { params: { resultId: amendment.id } });
    const corrected = await bench.pathologist.does(releaseOrder, { params: { orderId: order.id }, body: {} });
    expect(corrected.report).toMatchObject({ number: 2, status: "final", isCorrected: true, reason });

    const former = await bench.tech.does(openResult, { params: { resultId } });
    expect(former).toMatchObject({ state: "released", value: "1.0", isSuperseded: true });
    const { content } = await bench.pathologist.does(openReport, {
      params: { reportId: corrected.report.id },
    });
    expect(content?.corrections).toMatchObject([
      { version: 2, from: "1.0 mg/dL", to: "1.4 mg/dL", reason, by: "Pat Pathologist" },
    ]);
    expect(content?.sections[0]?.lines).toMatchObject([
      { value: "1.4", former: "1.0 mg/dL", correctedInVersion: 2 },
    ]);
    const first = await bench.pathologist.does(openReport, { params: { reportId: report.id } });
    expect(first).toMatchObject({ supersededBy: 2, content: { sections: [{ lines: [{ value: "1.0" }] }] } });
  });

  it("takes a value back as not reported", async () => {
    const bench = await aBench();
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" });
    const amendment = await amend(bench, resultOf(order, "CREA"), { notReported: true });
    expect(amendment).toMatchObject({ value: null, notReported: true, flag: null });
    await bench.scientist.does(verifyResult, { params: { resultId: amendment.id } });
    const { report } = await bench.pathologist.does(releaseOrder, {
      params: { orderId: order.id },
      body: {},
    });
    const { content } = await bench.pathologist.does(openReport, { params: { reportId: report.id } });
    expect(content?.corrections).toMatchObject([{ from: "1.0 mg/dL", to: "Not reported" }]);
    expect(content?.sections[0]?.lines).toMatchObject([{ value: null, notReported: true }]);
  });

  it("R15 is not verified by whoever amended, though their roles allow both", async () => {
    const bench = await aBench();
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" });
    const both = await bench.lab.member(["pathologist", "scientist"]);
    const amendment = await both.does(amendResult, {
      params: { resultId: resultOf(order, "CREA") },
      body: { value: "1.4", reason },
      ifMatch: VERSION_RELEASED,
    });
    await expect(both.does(verifyResult, { params: { resultId: amendment.id } })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("lists who must be told: the requester, and whoever was called about the former value", async () => {
    const bench = await aBench();
    const providerId = await aProvider(bench.lab);
    const order = await anArrivedOrder(bench, { items: ["K"], providerId });
    await enter(bench.tech, order, { K: "7.9" });
    const resultId = resultOf(order, "K");
    const call = (recipientName: string, outcome: string) =>
      bench.tech.does(recordCriticalNotification, {
        params: { resultId },
        body: {
          ...{
            notifiedAt: new Date(Date.now() - 1000).toISOString(),
            recipientName,
            recipientRole: "Ward nurse",
          },
          ...{ method: "phone", outcome, note: "Rang for a minute." },
        },
      });
    await call("Dr. Absent", "unable_to_reach");
    await call("Nora Nurse", "read_back");
    await verify(bench.scientist, order);
    await bench.pathologist.does(releaseOrder, { params: { orderId: order.id }, body: {} });
    const amendment = await amend(bench, resultId, { value: "4.1" });
    expect(amendment.toBeTold.map(({ who, name }) => [who, name])).toEqual([
      ["requester", "Grace Hopper"],
      ["called", "Nora Nurse"],
    ]);
    expect(await facts(bench.lab, "result.amended")).toEqual([{ resultId: amendment.id, orderId: order.id }]);
    const former = await bench.tech.does(openResult, { params: { resultId } });
    expect(former.toBeTold).toHaveLength(2);
  });

  it("asks for the version that was read", async () => {
    const bench = await aBench();
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" });
    const params = { resultId: resultOf(order, "CREA") };
    const body = { value: "1.4", reason };
    await expect(bench.pathologist.does(amendResult, { params, body })).rejects.toMatchObject({
      code: "precondition_required",
    });
    await expect(amend(bench, params.resultId, body, 3)).rejects.toMatchObject({
      code: "precondition_failed",
    });
  });

  it.each([
    ["nothing", {}, "value"],
    ["a value and that there is none", { value: "1.4", notReported: true }, "value"],
    ["what it says already", { value: "1.0" }, "value"],
    ["another unit", { value: "88", unit: "umol/L" }, "unit"],
  ])("refuses %s", async (_, body, field) => {
    const bench = await aBench();
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" });
    await expect(amend(bench, resultOf(order, "CREA"), body)).rejects.toMatchObject({
      code: "validation_failed",
      extras: { errors: { [field]: [expect.any(String)] } },
    });
  });

  it("amends only what is released and stands", async () => {
    const bench = await aBench();
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" });
    const first = resultOf(order, "CREA");
    const second = await amend(bench, first, { value: "1.4" });
    await expect(amend(bench, second.id, { value: "1.5" }, 1)).rejects.toMatchObject({
      code: "illegal_move",
    });
    await expect(amend(bench, first, { value: "1.5" })).rejects.toMatchObject({
      code: "illegal_move",
      message: expect.stringContaining("open already"),
    });
    await bench.scientist.does(verifyResult, { params: { resultId: second.id } });
    await bench.pathologist.does(releaseOrder, { params: { orderId: order.id }, body: {} });
    await expect(amend(bench, first, { value: "1.5" })).rejects.toMatchObject({
      code: "illegal_move",
      message: expect.stringContaining("superseded"),
    });
    const third = await amend(bench, second.id, { value: "1.5" }, 3);
    await bench.scientist.does(verifyResult, { params: { resultId: third.id } });
    const { report } = await bench.pathologist.does(releaseOrder, {
      params: { orderId: order.id },
      body: {},
    });
    const { content } = await bench.pathologist.does(openReport, { params: { reportId: report.id } });
    // Later versions keep listing earlier corrections.
    expect(content?.corrections.map(({ version, from, to }) => [version, from, to])).toEqual([
      [2, "1.0 mg/dL", "1.4 mg/dL"],
      [3, "1.4 mg/dL", "1.5 mg/dL"],
    ]);
  });

  it("can be given up, and made anew", async () => {
    const bench = await aBench();
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" });
    const first = await amend(bench, resultOf(order, "CREA"), { value: "1.4" });
    await bench.scientist.does(cancelResult, { params: { resultId: first.id }, body: { reason } });
    expect((await bench.tech.does(openOrder, { params: { orderId: order.id } })).state).toBe("completed");
    const second = await amend(bench, resultOf(order, "CREA"), { value: "1.5" });
    expect(second.state).toBe("entered");
  });

  it("is measured again as an amendment of the same released result", async () => {
    const bench = await aBench();
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" });
    const resultId = resultOf(order, "CREA");
    const amendment = await amend(bench, resultId, { value: "1.4" });
    const again = await bench.pathologist.does(retestResult, {
      params: { resultId: amendment.id },
      body: { reason },
    });
    expect(again).toMatchObject({ supersedesId: resultId, replacesId: amendment.id, amendReason: reason });
    await enter(bench.tech, order, { CREA: "1.2" });
    await verify(bench.scientist, order);
    const { report } = await bench.pathologist.does(releaseOrder, {
      params: { orderId: order.id },
      body: {},
    });
    expect(report).toMatchObject({ number: 2, isCorrected: true });
  });

  it("is made by one of two people who amend at once", async () => {
    const bench = await aBench();
    const second = await bench.lab.member("pathologist");
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" });
    const params = { resultId: resultOf(order, "CREA") };
    const outcomes = await Promise.allSettled([
      bench.pathologist.does(amendResult, {
        params,
        body: { value: "1.4", reason },
        ifMatch: VERSION_RELEASED,
      }),
      second.does(amendResult, { params, body: { value: "1.5", reason }, ifMatch: VERSION_RELEASED }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("S5 does not know the results next door", async () => {
    const bench = await aBench();
    const neighbour = await aBench();
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" });
    const theirs = await amend(neighbour, resultOf(order, "CREA"), { value: "1.4" }).catch((error) => error);
    const nothing = await amend(neighbour, newId(), { value: "1.4" }).catch((error) => error);
    expect([theirs.code, theirs.message]).toEqual([nothing.code, nothing.message]);
    expect(theirs.code).toBe("not_found");
  });

  it("lets no statement change or delete what is released", async () => {
    const bench = await aBench();
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" });
    const id = resultOf(order, "CREA");
    const attempt = (text: string) =>
      inLaboratory(bench.lab.ref.id, bench.pathologist.memberId, async (db) => {
        await db.sql(text, [id]);
      }).catch((error) => sqlState(error));
    expect(await attempt("update result set value = '9' where id = $1")).toBe("LM018");
    expect(await attempt("update result set flag = 'H' where id = $1")).toBe("LM018");
    expect(await attempt("update result set state = 'entered' where id = $1")).toBe("LM018");
    expect(await attempt("update result set state = 'withdrawn', value = '9' where id = $1")).toBe("LM018");
    // The application's role may not delete at all.
    expect(await attempt("delete from result where id = $1")).toBe("42501");
    expect(await attempt("update result_change set what = 'x' where result_id = $1")).toBe("42501");
  });
});
