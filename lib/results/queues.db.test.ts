import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { releaseOrder } from "@/lib/reports/operations/release-order";
import { a } from "@/tests/support/a";
import {
  aBench,
  addNistTest,
  anArrivedOrder,
  aReleasedOrder,
  type Bench,
  enter,
  resultOf,
  tubeOf,
  verify,
} from "@/tests/support/a-bench";
import { anOrder, aPatient } from "@/tests/support/an-order";
import { nistCbc } from "@/tests/support/nist";
import { amendResult } from "./operations/amend-result";
import { listPatientResults } from "./operations/list-patient-results";
import { listResults } from "./operations/list-results";
import { listWorklist } from "./operations/list-worklist";
import { openGrid } from "./operations/open-grid";
import { releaseQueue } from "./operations/release-queue";
import { retestResult } from "./operations/retest-result";
import { verificationQueue } from "./operations/verification-queue";

const work = (bench: Bench, query: object = {}) => bench.tech.does(listWorklist, { query });

describe("the worklist", () => {
  it("lists samples that have arrived and have values left, the first due first", async () => {
    const bench = await aBench();
    await anOrder(bench.lab, { items: ["CREA"] });
    const routine = await anArrivedOrder(bench, { items: ["CREA", "UREA"] });
    const stat = await anArrivedOrder(bench, { items: ["CREA"], priority: "stat" });
    const list = await work(bench);
    expect(list.data.map(({ accessionNumber }) => accessionNumber)).toEqual([
      stat.accessionNumber,
      routine.accessionNumber,
    ]);
    expect(list.data[1]).toMatchObject({ pending: 2, entered: 0, isOverdue: false, priority: "routine" });
    expect(list.sections).toMatchObject([{ section: "Chemistry", pending: 2, entered: 0 }]);

    await enter(bench.tech, stat, { CREA: "1.0" });
    expect((await work(bench, { state: "pending" })).data).toHaveLength(1);
    expect((await work(bench, { state: "entered" })).data).toMatchObject([
      { enteredBy: ["Tess Technician"] },
    ]);
    await verify(bench.scientist, stat);
    expect((await work(bench)).data).toHaveLength(1);
  });

  it("tells sections and priorities apart", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["FBC", "CREA"], priority: "urgent" });
    const blood = await work(bench, { section: "Haematology" });
    expect(blood.data).toMatchObject([{ tests: ["Full blood count with differential"], orderId: order.id }]);
    expect((await work(bench, { section: "Coagulation" })).data).toEqual([]);
    expect((await work(bench, { priority: "stat" })).data).toEqual([]);
    expect((await work(bench, { priority: "urgent" })).data).toHaveLength(2);
    expect(blood.sections.map(({ section }) => section)).toEqual(["Chemistry", "Haematology"]);
  });

  it("says what is past its turnaround", async () => {
    const bench = await aBench();
    const clock = a.clock("2026-11-20T08:00:00Z");
    await anArrivedOrder(bench, { items: ["CREA"] });
    clock.pass(5 * 3_600_000);
    const list = await work(bench);
    expect(list.data).toMatchObject([{ isOverdue: true, since: "2026-11-20T08:00:00.000Z" }]);
    expect(list.sections).toMatchObject([{ overdue: 1, oldestAt: "2026-11-20T08:00:00.000Z" }]);
  });

  it("goes on where the page before ended, and misses and repeats none", async () => {
    const bench = await aBench();
    a.clock("2026-11-20T08:00:00Z");
    for (let made = 0; made < 5; made++) await anArrivedOrder(bench, { items: ["CREA"] });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof work>> = await work(bench, {
        limit: "2",
        ...(cursor && { cursor }),
      });
      seen.push(...page.data.map(({ sampleId }) => sampleId));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it("brings back a finished sample whose amendment is measured again", async () => {
    const bench = await aBench();
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" });
    expect((await work(bench)).data).toEqual([]);
    const amendment = await bench.pathologist.does(amendResult, {
      params: { resultId: resultOf(order, "CREA") },
      body: { value: "1.4", reason: "Typed wrongly." },
      ifMatch: 4,
    });
    await bench.scientist.does(retestResult, {
      params: { resultId: amendment.id },
      body: { reason: "To be sure." },
    });
    expect((await work(bench)).data).toMatchObject([{ pending: 1, sampleState: "completed" }]);
  });

  it("S5 shows nothing of the laboratory next door", async () => {
    const bench = await aBench();
    const neighbour = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.tech, order, { CREA: "1.0" });
    expect(await work(neighbour)).toMatchObject({ data: [], sections: [] });
    expect((await neighbour.scientist.does(verificationQueue)).data).toEqual([]);
    expect((await neighbour.tech.does(listResults)).data).toEqual([]);
    await expect(
      neighbour.tech.does(openGrid, { params: { sampleId: tubeOf(order) } }),
    ).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the grid of a sample", () => {
  it("shows who it is, every line with what would apply, and what this person may do", async () => {
    const bench = await aBench();
    await addNistTest(bench.lab, "NCBC", nistCbc);
    const order = await anArrivedOrder(bench, {
      items: ["NCBC", "CREA"],
      collectedAt: "2026-01-01T08:00:00Z",
    });
    const sampleId = order.results.find(({ analyteCode }) => analyteCode === "NHGB")?.sampleId ?? "";
    const grid = await bench.tech.does(openGrid, { params: { sampleId } });
    expect(grid).toMatchObject({
      patient: { displayName: "JONES, William", birthDate: "1961-06-15" },
      order: { accessionNumber: order.accessionNumber, requester: null },
      sample: { age: "64 years", state: "accessioned" },
      otherSamples: [{ state: "accessioned", rejectReason: null }],
      whyNotEnter: null,
    });
    const lines = grid.groups.flatMap((group) => group.lines);
    expect(lines.map(({ analyteCode }) => analyteCode)).toEqual(nistCbc.map(({ code }) => code));
    expect(lines[1]).toMatchObject({
      ...{
        analyteName: "Haemoglobin",
        unit: "g/dL",
        decimals: 1,
        interval: { words: "13 – 18" },
        state: "pending",
      },
      may: { enter: true, verify: false, retest: false, amend: false },
    });
    expect(lines[3]?.criticalLimit).toEqual({ low: null, high: "50000" });
    expect(lines[19]?.choices.map(({ label }) => label)).toEqual(["None seen", "Moderate Anisocytosis"]);
  });

  it("says what a line's state and this person's part in it allow", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA", "K"] });
    await enter(bench.scientist, order, { CREA: "1.0" });
    await enter(bench.tech, order, { K: "7.9" });
    const linesFor = async (who: Bench["tech"]) => {
      const grid = await who.does(openGrid, { params: { sampleId: tubeOf(order) } });
      return grid.groups
        .flatMap((group) => group.lines)
        .map(({ may, whyNotVerify, callIsOpen }) => ({
          verify: may.verify,
          ...{ whyNotVerify, callIsOpen },
          recordCall: may.recordCall,
        }));
    };
    expect(await linesFor(bench.scientist)).toEqual([
      { verify: false, whyNotVerify: "entered by you", callIsOpen: false, recordCall: false },
      { verify: true, whyNotVerify: null, callIsOpen: true, recordCall: true },
    ]);
    expect(await linesFor(bench.tech)).toMatchObject([
      { verify: false, whyNotVerify: null },
      { verify: false, whyNotVerify: null },
    ]);
  });

  it("shows an amendment in place of what it amends", async () => {
    const bench = await aBench();
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" });
    const before = await bench.pathologist.does(openGrid, { params: { sampleId: tubeOf(order) } });
    expect(before.groups[0]?.lines).toMatchObject([
      { value: "1.0", state: "released", may: { amend: true } },
    ]);
    await bench.pathologist.does(amendResult, {
      params: { resultId: resultOf(order, "CREA") },
      body: { value: "1.4", reason: "Typed wrongly." },
      ifMatch: 4,
    });
    const after = await bench.pathologist.does(openGrid, { params: { sampleId: tubeOf(order) } });
    expect(after.groups[0]?.lines).toMatchObject([
      { value: "1.4", state: "entered", amends: { value: "1.0", unit: "mg/dL", reason: "Typed wrongly." } },
    ]);
  });
});

describe("lists of results", () => {
  it("finds by state, flag, section, order, sample, patient and analyte, and pages by both orders", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["FBC", "CREA"] });
    await enter(bench.tech, order, { CREA: "9.00", HGB: "15.0" });
    const list = async (query: object) =>
      (await bench.tech.does(listResults, { query })).data.map(({ analyteCode }) => analyteCode);
    expect(await list({ state: "entered", section: "Haematology" })).toEqual(["HGB"]);
    expect(await list({ flag: "N" })).toEqual(["HGB"]);
    expect(await list({ orderId: order.id, analyteCode: "CREA" })).toEqual(["CREA"]);
    const sampleId = order.results.find(({ analyteCode }) => analyteCode === "CREA")?.sampleId;
    expect(await list({ sampleId })).toEqual(["CREA"]);
    expect(await list({ patientId: newId() })).toEqual([]);
    const total = order.results.length;
    for (const sort of ["newest", "due"]) {
      const first = await bench.tech.does(listResults, { query: { limit: "3", sort } });
      const rest = await bench.tech.does(listResults, {
        query: { sort, limit: "100", cursor: first.nextCursor ?? "" },
      });
      expect(new Set([...first.data, ...rest.data].map(({ id }) => id)).size).toBe(total);
    }
  });

  it("lists of a patient what is released and stands, and of nobody what is not", async () => {
    const bench = await aBench();
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" });
    const patientId = order.patient.id;
    await enter(bench.tech, await anArrivedOrder(bench, { items: ["CREA"], patientId }), { CREA: "2.0" });
    const listed = await bench.tech.does(listPatientResults, { params: { patientId } });
    expect(listed.data).toMatchObject([{ value: "1.0", state: "released" }]);
    await expect(
      bench.tech.does(listPatientResults, { params: { patientId: newId() } }),
    ).rejects.toMatchObject({
      code: "not_found",
    });
    const neighbour = await aBench();
    await aPatient(neighbour.lab);
    await expect(neighbour.tech.does(listPatientResults, { params: { patientId } })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("queues for release what is verified, and says what would be missing", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["K"] });
    await enter(bench.tech, order, { K: "7.9" });
    await verify(bench.scientist, order);
    const queue = await bench.pathologist.does(releaseQueue);
    expect(queue.data).toMatchObject([
      { orderId: order.id, tests: ["Potassium"], verified: 1, flags: ["HH"], openCalls: 1, missing: [] },
    ]);
    await bench.pathologist.does(releaseOrder, { params: { orderId: order.id }, body: {} });
    expect((await bench.pathologist.does(releaseQueue)).data).toEqual([]);
  });
});
