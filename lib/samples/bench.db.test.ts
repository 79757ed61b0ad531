import { describe, expect, it } from "vitest";
import { inLaboratory } from "@/lib/infra/db";
import { a, type Lab, type Member } from "@/tests/support/a";
import { anOrder, aPatient, bring, facts, receive, resultsOn, tube } from "@/tests/support/an-order";
import { accessionSample } from "./operations/accession-samples";
import { collectSample } from "./operations/collect-samples";
import { correctCollection } from "./operations/correct-collection";
import { disposeOfSample } from "./operations/dispose-of-samples";
import { openSample } from "./operations/open-sample";
import { rejectSample } from "./operations/reject-samples";
import { storeSample } from "./operations/store-samples";

const notRecorded = { collectionNotRecorded: true };

describe("collecting", () => {
  it("records when, where and by whom, now unless told otherwise", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const { lab, phlebotomist } = await bench();
    const order = await anOrder(lab);
    const first = await phlebotomist.does(collectSample, { params: tube(order), body: { site: "Left arm" } });
    expect(first).toMatchObject({
      state: "collected",
      collectedAt: "2026-11-20T08:00:00.000Z",
      collectedBy: { id: phlebotomist.memberId },
      site: "Left arm",
      version: 2,
    });
    const second = await phlebotomist.does(collectSample, {
      params: tube(order, 2),
      body: { collectedAt: "2026-11-20T07:45:00+00:00" },
    });
    expect(second.collectedAt).toBe("2026-11-20T07:45:00.000Z");
    expect(await facts(lab, "sample.collected")).toEqual([{ sampleId: first.id }, { sampleId: second.id }]);
    await expect(phlebotomist.does(collectSample, { params: tube(order), body: {} })).rejects.toMatchObject({
      code: "illegal_move",
    });
  });

  it("R5 refuses a time in the future or before the birth date, and changes nothing", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const { lab, phlebotomist } = await bench();
    const { id: patientId } = await aPatient(lab, { birthDate: "2026-11-19" });
    const order = await anOrder(lab, { patientId });
    for (const collectedAt of ["2026-11-20T08:02:00Z", "2026-11-18T23:59:00Z", "0000-01-01T00:00:00Z"]) {
      await expect(
        phlebotomist.does(collectSample, { params: tube(order), body: { collectedAt } }),
      ).rejects.toMatchObject({ extras: { errors: { collectedAt: [expect.any(String)] } } });
    }
    expect(await phlebotomist.does(openSample, { params: tube(order) })).toMatchObject({
      state: "expected",
      version: 1,
    });
  });
});

describe("accession", () => {
  it("records arrival, condition and temperature, and begins the order", async () => {
    const { lab, tech, phlebotomist } = await bench();
    const order = await anOrder(lab);
    await phlebotomist.does(collectSample, { params: tube(order), body: {} });
    const sample = await tech.does(accessionSample, {
      params: tube(order),
      body: { condition: "Slightly lipaemic", temperatureC: 4.5 },
    });
    expect(sample).toMatchObject({
      state: "accessioned",
      accessionedBy: { id: tech.memberId },
      condition: "Slightly lipaemic",
      temperatureC: 4.5,
      collectionNotRecorded: false,
      orderState: "in_progress",
    });
    expect(await facts(lab, "sample.accessioned")).toEqual([{ sampleId: sample.id }]);
  });

  it("R5 asks when a tube was taken that nobody recorded, or for the statement that it is not known", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const { lab, tech } = await bench();
    const order = await anOrder(lab);
    const accession = (number: number, body: object) =>
      tech.does(accessionSample, { params: tube(order, number), body });
    await expect(accession(1, {})).rejects.toMatchObject({
      extras: { errors: { collectedAt: [expect.any(String)] } },
    });
    await expect(accession(1, { ...notRecorded, collectedAt: "2026-11-20T07:00:00Z" })).rejects.toMatchObject(
      { code: "validation_failed" },
    );
    await expect(accession(1, { collectedAt: "2026-11-20T09:00:00Z" })).rejects.toMatchObject({
      code: "validation_failed",
    });
    expect(await accession(1, notRecorded)).toMatchObject({ collectedAt: null, collectionNotRecorded: true });
    expect(await accession(2, { collectedAt: "2026-11-20T07:00:00Z" })).toMatchObject({
      collectedAt: "2026-11-20T07:00:00.000Z",
      collectedBy: null,
      collectionNotRecorded: false,
    });
  });

  it("keeps the collection time that was recorded", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const { lab, tech, phlebotomist } = await bench();
    const order = await anOrder(lab);
    await phlebotomist.does(collectSample, { params: tube(order), body: {} });
    clock.pass(600_000);
    for (const body of [notRecorded, { collectedAt: "2026-11-20T08:05:00Z" }]) {
      await expect(tech.does(accessionSample, { params: tube(order), body })).rejects.toMatchObject({
        code: "validation_failed",
      });
    }
    const body = { collectedAt: "2026-11-20T08:00:00Z" };
    expect((await tech.does(accessionSample, { params: tube(order), body })).state).toBe("accessioned");
  });

  it("R5 is refused by the database too, when a tube would arrive before it was taken", async () => {
    const { lab } = await bench();
    const order = await anOrder(lab);
    await expect(
      inLaboratory(lab.ref.id, null, async (db) =>
        db.sql(
          `update sample set collected_at = now(), accessioned_at = now() - interval '1 hour'
           where laboratory_id = $1 and id = $2`,
          [lab.ref.id, tube(order).sampleId],
        ),
      ),
    ).rejects.toMatchObject({ constraint: "collected_before_it_arrived" });
  });

  it("holds the caller to the version they say they read", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab);
    const input = { params: tube(order), body: notRecorded };
    await expect(tech.does(accessionSample, { ...input, ifMatch: 7 })).rejects.toMatchObject({
      code: "precondition_failed",
    });
    expect((await tech.does(accessionSample, { ...input, ifMatch: 1 })).version).toBe(2);
  });

  it("happens once, when two people do it at the same moment", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab);
    const other = await lab.member("technician");
    const input = { params: tube(order), body: notRecorded };
    const both = await Promise.allSettled([
      tech.does(accessionSample, input),
      other.does(accessionSample, input),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await facts(lab, "sample.accessioned")).toHaveLength(1);
  });
});

describe("after the bench", () => {
  it("is in process from the first entry, completed with the last release, then stored and disposed of", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab, { items: ["CREA", "UREA"] });
    const [first = "", ...rest] = resultsOn(order);
    const state = async () => (await tech.does(openSample, { params: tube(order) })).state;
    await receive(lab, order);
    await bring(lab, [first], "entered");
    expect(await state()).toBe("in_process");
    await expect(tech.does(storeSample, { params: tube(order), body: {} })).rejects.toMatchObject({
      code: "illegal_move",
    });
    await bring(lab, [first, ...rest], "released");
    expect(await state()).toBe("completed");
    const stored = await tech.does(storeSample, { params: tube(order), body: { location: "Fridge 2" } });
    expect(stored).toMatchObject({ state: "stored", storageLocation: "Fridge 2" });
    await expect(
      tech.does(rejectSample, { params: tube(order), body: { reasonCode: "too_old" } }),
    ).rejects.toMatchObject({ code: "illegal_move" });
    const disposed = await tech.does(disposeOfSample, { params: tube(order), body: { reason: "7 days" } });
    expect(disposed).toMatchObject({ state: "disposed", disposeReason: "7 days" });
  });

  it("R6a announces a corrected collection time, held to the same rules", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const { lab, tech } = await bench();
    const order = await anOrder(lab);
    const correct = (collectedAt: string) =>
      tech.does(correctCollection, {
        params: tube(order),
        body: { collectedAt, reason: "Read off the form" },
      });
    await expect(correct("2026-11-20T07:00:00Z")).rejects.toMatchObject({ code: "illegal_move" });
    await receive(lab, order);
    clock.pass(3_600_000);
    await expect(correct("2026-11-20T08:30:00Z")).rejects.toMatchObject({ code: "validation_failed" });
    await expect(correct("1950-01-01T08:30:00Z")).rejects.toMatchObject({ code: "validation_failed" });
    expect(await correct("2026-11-20T07:30:00Z")).toMatchObject({
      collectedAt: "2026-11-20T07:30:00.000Z",
      collectionNotRecorded: false,
      state: "accessioned",
    });
    expect(await facts(lab, "sample.collection_corrected")).toEqual([tube(order)]);
  });
});

async function bench(): Promise<{ lab: Lab; tech: Member; phlebotomist: Member }> {
  const lab = await a.laboratory();
  return { lab, tech: await lab.member("technician"), phlebotomist: await lab.member("phlebotomist") };
}
