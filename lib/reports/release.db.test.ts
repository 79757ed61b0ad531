import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { inLaboratory } from "@/lib/infra/db";
import { openOrder } from "@/lib/orders/operations/open-order";
import { cancelResult } from "@/lib/results/operations/cancel-result";
import { openGrid } from "@/lib/results/operations/open-grid";
import { openResult } from "@/lib/results/operations/open-result";
import { releaseQueue } from "@/lib/results/operations/release-queue";
import { openSample } from "@/lib/samples/operations/open-sample";
import {
  aBench,
  anArrivedOrder,
  aReleasedOrder,
  enter,
  resultOf,
  tubeOf,
  verify,
} from "@/tests/support/a-bench";
import { aProvider, facts } from "@/tests/support/an-order";
import { contentHash } from "./canonical-json";
import { listReports } from "./operations/list-reports";
import { openReport } from "./operations/open-report";
import { releaseOrder } from "./operations/release-order";
import { releaseResult } from "./operations/release-result";
import { releaseSample } from "./operations/release-samples";

describe("R17 a release", () => {
  it("makes one final version when nothing of the order stays behind, and completes sample and order", async () => {
    const bench = await aBench();
    const { order, report } = await aReleasedOrder(bench, { CREA: "1.0" });
    expect(report).toMatchObject({
      number: 1,
      status: "final",
      isCorrected: false,
      issuedBy: "Pat Pathologist",
    });
    expect((await bench.tech.does(openOrder, { params: { orderId: order.id } })).state).toBe("completed");
    expect((await bench.tech.does(openSample, { params: { sampleId: tubeOf(order) } })).state).toBe(
      "completed",
    );
    expect(await facts(bench.lab, "report.issued")).toEqual([{ reportId: report.id, orderId: order.id }]);
  });

  it("is refused by name of what is missing, unless it says that it is preliminary", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA", "UREA", "K"] });
    await enter(bench.tech, order, { CREA: "1.0" });
    await verify(bench.scientist, order);
    await enter(bench.tech, order, { UREA: "15" });
    const params = { orderId: order.id };
    await expect(bench.pathologist.does(releaseOrder, { params, body: {} })).rejects.toMatchObject({
      code: "illegal_move",
      message: expect.stringMatching(/Urea.* is not verified, Potassium is not entered/),
      extras: { members: { missing: [{ analyteCode: "UREA" }, { analyteCode: "K", state: "pending" }] } },
    });
    const queue = await bench.pathologist.does(releaseQueue);
    expect(queue.data).toMatchObject([{ orderId: order.id, verified: 1, missing: [{}, {}] }]);

    const { report, results } = await bench.pathologist.does(releaseOrder, {
      params,
      body: { preliminary: true },
    });
    expect(report).toMatchObject({ number: 1, status: "preliminary" });
    expect(results).toMatchObject([{ analyteCode: "CREA", state: "released" }]);
    const { content } = await bench.pathologist.does(openReport, { params: { reportId: report.id } });
    expect(content?.pendingTests).toHaveLength(2);
    // What is not released is on the report by name only.
    expect(JSON.stringify(content)).not.toContain('"15"');

    await enter(bench.tech, order, { K: "4.1" });
    await verify(bench.scientist, order);
    const second = await bench.pathologist.does(releaseOrder, { params, body: {} });
    expect(second.report).toMatchObject({ number: 2, status: "final", isCorrected: false, reason: null });
  });

  it("is final, whatever was said, when nothing is missing", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.tech, order, { CREA: "1.0" });
    await verify(bench.scientist, order);
    const input = { params: { sampleId: tubeOf(order) }, body: { preliminary: true } };
    expect((await bench.pathologist.does(releaseSample, input)).report.status).toBe("final");
  });

  it("does not wait for what was cancelled, and prints why", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA", "UREA"] });
    await enter(bench.tech, order, { CREA: "1.0" });
    await bench.scientist.does(cancelResult, {
      params: { resultId: resultOf(order, "UREA") },
      body: { reason: "Not enough serum." },
    });
    await verify(bench.scientist, order);
    const { report } = await bench.pathologist.does(releaseOrder, {
      params: { orderId: order.id },
      body: {},
    });
    expect(report.status).toBe("final");
    const { content } = await bench.pathologist.does(openReport, { params: { reportId: report.id } });
    expect(content?.sections.flatMap(({ lines }) => lines)).toMatchObject([
      { analyte: "Creatinine", state: "released" },
      {
        analyte: expect.stringContaining("Urea"),
        state: "cancelled",
        pendingReason: "Not enough serum.",
        value: null,
      },
    ]);
  });

  it("of one result leaves the others, and says that the report is preliminary", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA", "UREA"] });
    await enter(bench.tech, order, { CREA: "1.0", UREA: "15" });
    await verify(bench.scientist, order);
    const params = { resultId: resultOf(order, "CREA") };
    await expect(bench.pathologist.does(releaseResult, { params, body: {} })).rejects.toMatchObject({
      code: "illegal_move",
      message: expect.stringContaining("not among those to release"),
    });
    await bench.pathologist.does(releaseResult, { params, body: { preliminary: true } });
    const other = await bench.tech.does(openResult, { params: { resultId: resultOf(order, "UREA") } });
    expect(other.state).toBe("verified");
  });

  it("of what is not verified is refused", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.tech, order, { CREA: "1.0" });
    await expect(
      bench.pathologist.does(releaseResult, { params: { resultId: resultOf(order, "CREA") }, body: {} }),
    ).rejects.toMatchObject({ code: "illegal_move" });
    await expect(
      bench.pathologist.does(releaseOrder, { params: { orderId: order.id }, body: { preliminary: true } }),
    ).rejects.toMatchObject({
      code: "illegal_move",
      message: expect.stringContaining("Creatinine is not verified"),
    });
  });

  it("is made once by two people who release at once", async () => {
    const bench = await aBench();
    const second = await bench.lab.member("pathologist");
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.tech, order, { CREA: "1.0" });
    await verify(bench.scientist, order);
    const input = { params: { orderId: order.id }, body: {} };
    const outcomes = await Promise.allSettled([
      bench.pathologist.does(releaseOrder, input),
      second.does(releaseOrder, input),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const reports = await bench.pathologist.does(listReports, { query: { orderId: order.id } });
    expect(reports.data).toHaveLength(1);
  });

  it("of two results at once gives each a version of its own number", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA", "UREA", "K"] });
    await enter(bench.tech, order, { CREA: "1.0", UREA: "15" });
    await verify(bench.scientist, order);
    await Promise.all(
      ["CREA", "UREA"].map((code) =>
        bench.pathologist.does(releaseResult, {
          params: { resultId: resultOf(order, code) },
          body: { preliminary: true },
        }),
      ),
    );
    const reports = await bench.pathologist.does(listReports, { query: { orderId: order.id } });
    expect(reports.data.map(({ number }) => number)).toEqual([2, 1]);
    expect(reports.data.map(({ supersededBy }) => supersededBy)).toEqual([null, 2]);
  });

  it("is the pathologist's, and nobody else's", async () => {
    const bench = await aBench();
    for (const role of [
      "technician",
      "scientist",
      "receptionist",
      "administrator",
      "auditor",
      "provider",
    ] as const) {
      const somebody = await bench.lab.member(role);
      await expect(
        somebody.does(releaseOrder, { params: { orderId: newId() }, body: {} }),
        role,
      ).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("S5 does not know the orders next door", async () => {
    const bench = await aBench();
    const neighbour = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    for (const orderId of [order.id, newId()]) {
      await expect(
        neighbour.pathologist.does(releaseOrder, { params: { orderId }, body: {} }),
      ).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("R21 what a report says", () => {
  it("names laboratory, patient, requester, samples, people and times, and judges each value", async () => {
    const bench = await aBench();
    const providerId = await aProvider(bench.lab);
    const order = await anArrivedOrder(bench, {
      items: [":LIPID", "CREA"],
      providerId,
      collectedAt: "2026-01-05T08:00:00Z",
    });
    await enter(bench.tech, order, { CHOL: "240", TRIG: "100", HDL: "60", LDL: "116", CREA: "1.0" });
    await verify(bench.scientist, order);
    const { report } = await bench.pathologist.does(releaseOrder, {
      params: { orderId: order.id },
      body: {},
    });
    const { content } = await bench.pathologist.does(openReport, { params: { reportId: report.id } });
    expect(content).toMatchObject({
      laboratory: { name: "Test Laboratory", timeZone: "Europe/London" },
      patient: {
        familyName: "Jones",
        givenName: "William",
        birthDate: "1961-06-15",
        ageAtCollection: "64 years",
      },
      requester: "Grace Hopper",
      order: { accessionNumber: order.accessionNumber, priority: "routine" },
      samples: [
        { collectedAt: "2026-01-05T08:00:00.000Z", collectionNotRecorded: false, conditionPerfect: true },
      ],
    });
    expect(content?.sections.map(({ heading, lines }) => [heading, lines.length])).toEqual([
      ["Lipid profile", 4],
      ["Creatinine", 1],
    ]);
    expect(content?.sections[0]?.lines[0]).toMatchObject({
      ...{ analyte: "Cholesterol, total", value: "240", unit: "mg/dL", flag: "H", flagWords: "high" },
      ...{
        intervalText: "Desirable <200; borderline high 200–239; high ≥240",
        band: { high: "199", at: "240" },
      },
      ...{ performedBy: "Tess Technician", verifiedBy: "Sam Scientist", releasedBy: "Pat Pathologist" },
    });
    expect(contentHash(content)).toBe(report.sha256);
    expect(report.checkUrl).toContain(`/check/${report.checkCode}`);
  });

  it("prints an exception from the second pair of eyes, and no internal comment", async () => {
    const bench = await aBench({ allowsSelfVerification: true });
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    const { enterResults } = await import("@/lib/results/operations/enter-results");
    await bench.scientist.does(enterResults, {
      params: { sampleId: tubeOf(order) },
      body: {
        results: [
          { analyteCode: "CREA", value: "1.0", comment: "inside job", commentForReport: "Slightly icteric." },
        ],
      },
    });
    await verify(bench.scientist, order);
    const { report } = await bench.pathologist.does(releaseOrder, {
      params: { orderId: order.id },
      body: {},
    });
    const { content } = await bench.pathologist.does(openReport, { params: { reportId: report.id } });
    expect(content?.sections[0]?.lines[0]).toMatchObject({
      selfVerified: true,
      comment: "Slightly icteric.",
    });
    expect(JSON.stringify(content)).not.toContain("inside job");
  });

  it("R9 says what it said, whatever becomes of patient, catalogue and laboratory", async () => {
    const bench = await aBench();
    const { report } = await aReleasedOrder(bench, { CREA: "1.0" });
    const before = await bench.pathologist.does(openReport, { params: { reportId: report.id } });
    await inLaboratory(bench.lab.ref.id, null, async (db) => {
      await db.sql("update patient set family_name = 'Changed', sex = 'female'");
      await db.sql("update analyte set name = 'Changed', unit = 'changed', method = 'changed'");
      await db.sql("update laboratory set name = 'Changed'");
    });
    const after = await bench.pathologist.does(openReport, { params: { reportId: report.id } });
    expect(after.content).toEqual(before.content);
  });

  it("shows the value before: the latest released one of an earlier sample, as it stands", async () => {
    const bench = await aBench();
    const first = await aReleasedOrder(bench, { CREA: "0.9" }, { collectedAt: "2026-01-01T08:00:00Z" });
    const patientId = first.order.patient.id;
    await aReleasedOrder(bench, { CREA: "1.0" }, { patientId, collectedAt: "2026-03-01T08:00:00Z" });
    // Entered and verified, not released; and one that was taken later.
    const open = await anArrivedOrder(bench, {
      items: ["CREA"],
      patientId,
      collectedAt: "2026-04-01T08:00:00Z",
    });
    await enter(bench.tech, open, { CREA: "5.0" });
    await verify(bench.scientist, open);
    await aReleasedOrder(bench, { CREA: "6.0" }, { patientId, collectedAt: "2026-06-01T08:00:00Z" });
    const now = await aReleasedOrder(
      bench,
      { CREA: "1.1" },
      { patientId, collectedAt: "2026-05-01T08:00:00Z" },
    );
    const { content } = await bench.pathologist.does(openReport, { params: { reportId: now.report.id } });
    expect(content?.sections[0]?.lines[0]?.previous).toEqual({
      value: "1.0",
      at: "2026-03-01T08:00:00.000Z",
    });
    const grid = await bench.tech.does(openGrid, { params: { sampleId: tubeOf(now.order) } });
    expect(grid.groups[0]?.lines[0]?.previous).toMatchObject({ value: "1.0" });
  });
});
