import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { inLaboratory } from "@/lib/infra/db";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { openOrder } from "@/lib/orders/operations/open-order";
import type { Order } from "@/lib/orders/schema";
import { a, type Lab, type Member } from "@/tests/support/a";
import { anOrder, aPatient, bring, facts, receive } from "@/tests/support/an-order";
import { pdfBarcode, pdfText } from "@/tests/support/pdf";
import { accessionSample } from "./operations/accession-samples";
import { collectSample } from "./operations/collect-samples";
import { correctCollection } from "./operations/correct-collection";
import { disposeOfSample } from "./operations/dispose-of-samples";
import { listSamples } from "./operations/list-samples";
import { openByBarcode } from "./operations/open-by-barcode";
import { openSample } from "./operations/open-sample";
import { printLabel } from "./operations/print-label";
import { printOrderLabels } from "./operations/print-order-labels";
import { rejectSample } from "./operations/reject-samples";
import { scanSample } from "./operations/scan-sample";
import { storeSample } from "./operations/store-samples";
import { findSample } from "./repository.find";

const notRecorded = { collectionNotRecorded: true };

function tube(order: Order, number = 1) {
  const sample = order.samples[number - 1];
  if (!sample) throw new Error(`The order has no tube ${number}.`);
  return { sampleId: sample.id };
}

function resultsOn(order: Order, number = 1): string[] {
  const { sampleId } = tube(order, number);
  return order.results.filter((result) => result.sampleId === sampleId).map((result) => result.id);
}

async function bench(): Promise<{ lab: Lab; tech: Member; phlebotomist: Member }> {
  const lab = await a.laboratory();
  return { lab, tech: await lab.member("technician"), phlebotomist: await lab.member("phlebotomist") };
}

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
    for (const collectedAt of ["2026-11-20T08:02:00Z", "2026-11-18T23:59:00Z"]) {
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

describe("rejecting", () => {
  it("R6 keeps the history, replaces what is unreleased, and opens a recollection linked to it", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab, { items: ["FBC", "CREA", "UREA", "NA"] });
    await receive(lab, order);
    const [pending = "", entered = "", verified = ""] = resultsOn(order, 2);
    await bring(lab, [entered], "entered");
    await bring(lab, [verified], "verified");
    const rejected = await tech.does(rejectSample, {
      params: tube(order, 2),
      body: { reasonCode: "haemolysed", note: "Cherry red" },
    });
    expect(rejected).toMatchObject({
      state: "rejected",
      rejectReasonCode: "haemolysed",
      rejectNote: "Cherry red",
      rejectedBy: { id: tech.memberId },
      needAttention: [],
      advice: null,
      recollection: {
        barcode: `${order.accessionNumber}-3`,
        number: 3,
        state: "expected",
        sampleType: order.samples[1]?.sampleType,
        recollectionOfId: tube(order, 2).sampleId,
        collectedAt: null,
        accessionedAt: null,
      },
    });
    expect(rejected.recollectionId).toBe(rejected.recollection?.id);
    expect(rejected.results.map(({ state }) => state)).toEqual(["replaced", "replaced", "replaced"]);
    const again = rejected.recollection?.results ?? [];
    expect(again.map(({ analyteCode, state }) => [analyteCode, state])).toEqual(
      rejected.results.map(({ analyteCode }) => [analyteCode, "pending"]),
    );
    expect(
      await linksOf(
        lab,
        again.map(({ id }) => id),
      ),
    ).toEqual([
      { replaces: pending, why: "Sample rejected: haemolysed: Cherry red" },
      { replaces: entered, why: "Sample rejected: haemolysed: Cherry red" },
      { replaces: verified, why: "Sample rejected: haemolysed: Cherry red" },
    ]);
    expect(await facts(lab, "sample.rejected")).toEqual([
      { sampleId: rejected.id, recollectionId: rejected.recollectionId },
    ]);
    const reader = await lab.member("auditor");
    const after = await reader.does(openOrder, { params: { orderId: order.id } });
    expect(after).toMatchObject({
      state: "in_progress",
      items: order.items.map(() => ({ cancelledAt: null })),
    });
  });

  it("R6 leaves what is released, and says that it needs an amendment or a withdrawal", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab, { items: ["CREA", "UREA"] });
    await receive(lab, order);
    const [creatinine = ""] = resultsOn(order);
    await bring(lab, [creatinine], "released");
    const rejected = await tech.does(rejectSample, {
      params: tube(order),
      body: { reasonCode: "mislabelled" },
    });
    expect(rejected.needAttention.map(({ id }) => id)).toEqual([creatinine]);
    expect(rejected.advice).toContain("Creatinine");
    expect(rejected.results.map(({ state }) => state)).toEqual(["released", "replaced"]);
    expect(rejected.recollection?.results.map(({ analyteCode }) => analyteCode)).toEqual(["UREA"]);
  });

  it("R6 carries an amendment under way over to the recollection", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab, { items: ["CREA"] });
    await receive(lab, order);
    const [released = ""] = resultsOn(order);
    await bring(lab, [released], "released");
    await amendByHand(lab, released);
    const rejected = await tech.does(rejectSample, { params: tube(order), body: { reasonCode: "leaked" } });
    expect(rejected.needAttention.map(({ id }) => id)).toEqual([released]);
    const reopened = rejected.recollection?.results ?? [];
    expect(reopened.map(({ state }) => state)).toEqual(["pending"]);
    expect(await supersededBy(lab, reopened[0]?.id)).toBe(released);
  });

  it("R6 opens no recollection where nothing is left to be measured", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab, { items: ["CREA"] });
    await receive(lab, order);
    await bring(lab, resultsOn(order), "released");
    const rejected = await tech.does(rejectSample, { params: tube(order), body: { reasonCode: "too_old" } });
    expect(rejected).toMatchObject({ state: "rejected", recollection: null, recollectionId: null });
    expect(rejected.needAttention).toHaveLength(1);
  });

  it("R6 rejects the recollection too, with another after it, and prints each its own number", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab, { items: ["CREA"] });
    const first = await tech.does(rejectSample, { params: tube(order), body: { reasonCode: "clotted" } });
    const second = await tech.does(rejectSample, {
      params: { sampleId: first.recollectionId },
      body: { reasonCode: "insufficient" },
    });
    expect(second.recollection).toMatchObject({ number: 3, recollectionOfId: first.recollectionId });
  });

  it("R6 needs a coded reason, and words for other", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab);
    for (const body of [
      {},
      { reasonCode: "ugly" },
      { reasonCode: "other" },
      { reasonCode: "other", note: " " },
    ]) {
      await expect(tech.does(rejectSample, { params: tube(order), body })).rejects.toMatchObject({
        code: "validation_failed",
      });
    }
    const body = { reasonCode: "other", note: "Lid missing" };
    expect((await tech.does(rejectSample, { params: tube(order), body })).rejectNote).toBe("Lid missing");
    await expect(tech.does(rejectSample, { params: tube(order), body })).rejects.toMatchObject({
      code: "illegal_move",
    });
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

describe("labels", () => {
  it("R4 carry the barcode as Code 128 and two identifiers of the patient", async () => {
    const { lab } = await bench();
    const { id: patientId, mrn } = await aPatient(lab, {
      familyName: "O'Brien",
      givenName: "Máire",
      birthDate: null,
    });
    const order = await anOrder(lab, { patientId, items: ["FBC", "CREA"] });
    const reception = await lab.member("receptionist");
    const label = await bytes(reception, printLabel, tube(order, 2));
    expect(await pdfBarcode(label)).toBe(order.samples[1]?.barcode);
    const [words] = await pdfText(label);
    expect(words).toContain("O'BRIEN");
    expect(words).toContain(mrn);
    expect(words).toContain(order.samples[1]?.barcode);
    const all = await bytes(reception, printOrderLabels, { orderId: order.id });
    expect(await pdfText(all)).toHaveLength(2);
    expect(await pdfBarcode(all, 2)).toBe(order.samples[1]?.barcode);
  });

  it("are printed for tubes in use only", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab, { items: ["FBC", "CREA"] });
    await tech.does(rejectSample, { params: tube(order), body: { reasonCode: "clotted" } });
    await expect(tech.does(printLabel, { params: tube(order) })).rejects.toMatchObject({
      code: "illegal_move",
    });
    const pages = await pdfText(await bytes(tech, printOrderLabels, { orderId: order.id }));
    expect(pages.join()).not.toContain(`${order.accessionNumber}-1`);
    expect(pages.join()).toContain(`${order.accessionNumber}-3`);
    const reception = await lab.member("receptionist");
    await reception.does(cancelOrder, { params: { orderId: order.id }, body: { reason: "Left" } });
    await expect(tech.does(printOrderLabels, { params: { orderId: order.id } })).rejects.toMatchObject({
      code: "illegal_move",
    });
  });
});

describe("the accession station", () => {
  it("receives a tube once, and counts it once", async () => {
    const { lab, tech, phlebotomist } = await bench();
    const order = await anOrder(lab);
    await phlebotomist.does(collectSample, { params: tube(order), body: {} });
    const body = { barcode: order.samples[0]?.barcode };
    const first = await tech.does(scanSample, { body });
    expect(first).toMatchObject({
      outcome: "accessioned",
      next: null,
      sample: { state: "accessioned" },
      order: { arrived: 1, awaited: 2 },
      patient: { mrn: order.patient.mrn, birthDate: "1961-06-15" },
    });
    expect(JSON.stringify(first)).not.toMatch(/jones|william/i);
    expect(await tech.does(scanSample, { body })).toMatchObject({
      outcome: "already_accessioned",
      order: { arrived: 1, awaited: 2 },
    });
    expect(await facts(lab, "sample.accessioned")).toHaveLength(1);
  });

  it("receives a tube once that two stations scan at the same moment", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab);
    const other = await lab.member("technician");
    const body = { barcode: order.samples[0]?.barcode, ...notRecorded };
    const both = await Promise.all([tech.does(scanSample, { body }), other.does(scanSample, { body })]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["accessioned", "already_accessioned"]);
  });

  it("asks for the collection that nobody recorded, and then receives", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab);
    const body = { barcode: order.samples[0]?.barcode };
    const asked = await tech.does(scanSample, { body });
    expect(asked).toMatchObject({ outcome: "collection_not_known", sample: { state: "expected" } });
    expect(asked.next).toContain("not recorded");
    expect((await tech.does(scanSample, { body: { ...body, ...notRecorded } })).outcome).toBe("accessioned");
  });

  it("says what to do with a tube that is not to be received", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab);
    const other = await anOrder(lab);
    const scan = (barcode: string | undefined, orderId?: string) =>
      tech.does(scanSample, { body: { barcode, ...(orderId && { orderId }), ...notRecorded } });
    const states: [string, Awaited<ReturnType<typeof scan>>][] = [];
    states.push(["another_order", await scan(other.samples[0]?.barcode, order.id)]);
    await tech.does(rejectSample, { params: tube(order), body: { reasonCode: "clotted" } });
    states.push(["rejected", await scan(order.samples[0]?.barcode)]);
    const reception = await lab.member("receptionist");
    await reception.does(cancelOrder, { params: { orderId: other.id }, body: { reason: "Left" } });
    states.push(["cancelled", await scan(other.samples[0]?.barcode)]);
    states.push(["order_number", await scan(order.accessionNumber)]);
    states.push(["unknown_number", await scan("999999-99999-1")]);
    for (const [outcome, scanned] of states) {
      expect(scanned.outcome).toBe(outcome);
      expect(scanned.next).not.toBeNull();
    }
    expect(await facts(lab, "sample.accessioned")).toEqual([]);
  });
});

describe("the list of samples", () => {
  it("goes page by page, newest first, each sample once", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const { lab, tech } = await bench();
    for (let n = 0; n < 4; n += 1) {
      await anOrder(lab, { items: ["FBC", "CREA", "UA"] });
      if (n % 2) clock.pass(1000);
    }
    const seen: string[] = [];
    let query: Record<string, string> = { limit: "5" };
    for (;;) {
      const page = await tech.does(listSamples, { query });
      seen.push(...page.data.map(({ id }) => id));
      if (!page.nextCursor) break;
      query = { limit: "5", cursor: page.nextCursor };
    }
    expect(seen).toHaveLength(12);
    expect(new Set(seen).size).toBe(12);
  });

  it("finds by state, kind, order, section, number and time, each row with what the bench looks at", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const { lab, tech } = await bench();
    const first = await anOrder(lab, { items: ["FBC", "CREA"], priority: "stat" });
    clock.pass(3_600_000);
    const second = await anOrder(lab, { items: ["CREA"] });
    await receive(lab, second);
    const find = async (query: Record<string, string>) =>
      (await tech.does(listSamples, { query })).data.map(({ barcode }) => barcode);
    const [blood = "", serum = ""] = first.samples.map(({ barcode }) => barcode);
    const [arrived = ""] = second.samples.map(({ barcode }) => barcode);
    expect(await find({ state: "accessioned" })).toEqual([arrived]);
    expect(await find({ sampleType: "blood-edta" })).toEqual([blood]);
    expect(new Set(await find({ orderId: first.id }))).toEqual(new Set([blood, serum]));
    expect(await find({ section: "Haematology" })).toEqual([blood]);
    expect(await find({ barcode: arrived })).toEqual([arrived]);
    expect((await find({ barcode: first.accessionNumber })).sort()).toEqual([blood, serum]);
    expect(await find({ from: "2026-11-20T08:30:00Z" })).toEqual([arrived]);
    expect((await find({ to: "2026-11-20T08:30:00Z" })).sort()).toEqual([blood, serum]);
    await expect(find({ colour: "red" })).rejects.toMatchObject({ code: "malformed_request" });
    const [row] = (await tech.does(listSamples, { query: { barcode: blood } })).data;
    expect(row).toMatchObject({
      accessionNumber: first.accessionNumber,
      priority: "stat",
      patient: { displayName: "JONES, William", mrn: first.patient.mrn, birthDate: "1961-06-15" },
      dueAt: "2026-11-20T08:30:00.000Z",
      openResults: resultsOn(first).length,
    });
  });

  it("opens the sample whose label was scanned", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab);
    const [sample] = order.samples;
    const opened = await tech.does(openByBarcode, { params: { barcode: sample?.barcode } });
    expect(opened.id).toBe(sample?.id);
    await expect(tech.does(openByBarcode, { params: { barcode: "NOPE-1" } })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the laboratory next door", () => {
  it("is answered for every id of ours as for one that never existed", async () => {
    const { lab: ours } = await bench();
    const order = await anOrder(ours);
    const next = await a.laboratory();
    const all = await next.member(["technician", "phlebotomist", "receptionist"]);
    const attempts = (sampleId: string, orderId: string, barcode: string) => [
      all.does(openSample, { params: { sampleId } }),
      all.does(openByBarcode, { params: { barcode } }),
      all.does(printLabel, { params: { sampleId } }),
      all.does(printOrderLabels, { params: { orderId } }),
      all.does(collectSample, { params: { sampleId }, body: {} }),
      all.does(accessionSample, { params: { sampleId }, body: notRecorded }),
      all.does(rejectSample, { params: { sampleId }, body: { reasonCode: "clotted" } }),
      all.does(storeSample, { params: { sampleId }, body: {} }),
      all.does(disposeOfSample, { params: { sampleId }, body: {} }),
      all.does(correctCollection, {
        params: { sampleId },
        body: { collectedAt: "2026-11-20T07:00:00Z", reason: "Wrong" },
      }),
    ];
    const answers = async (tried: Promise<unknown>[]) =>
      (await Promise.allSettled(tried)).map((each) =>
        each.status === "rejected" ? [each.reason.code, each.reason.message] : each.value,
      );
    const foreign = await answers(attempts(tube(order).sampleId, order.id, order.samples[0]?.barcode ?? ""));
    expect(foreign).toEqual(await answers(attempts(newId(), newId(), "000000-00000-1")));
    expect(new Set(foreign.map((each) => Array.isArray(each) && each[0]))).toEqual(new Set(["not_found"]));
    const scanned = await all.does(scanSample, { body: { barcode: order.samples[0]?.barcode } });
    expect(scanned.outcome).toBe("unknown_number");
    expect((await all.does(listSamples, { query: { orderId: order.id } })).data).toEqual([]);
    const untouched = await inLaboratory(ours.ref.id, null, async (db) =>
      findSample(db, ours.ref.id, tube(order).sampleId),
    );
    expect(untouched).toMatchObject({ state: "expected", version: 1 });
  });
});

async function bytes(
  who: Member,
  op: typeof printLabel | typeof printOrderLabels,
  params: Record<string, string>,
): Promise<Uint8Array> {
  const body: unknown = await who.does(op, { params });
  if (!(body instanceof Uint8Array)) throw new Error("No bytes.");
  return body;
}

function linksOf(lab: Lab, ids: string[]) {
  return inLaboratory(lab.ref.id, null, async (db) =>
    db.sql(
      `select replaces_id as replaces, replace_reason as why from result
       where laboratory_id = $1 and id = any($2::uuid[]) order by position`,
      [lab.ref.id, ids],
    ),
  );
}

async function supersededBy(lab: Lab, id: string | undefined) {
  const [row] = await inLaboratory(lab.ref.id, null, async (db) =>
    db.sql<{ id: string }>("select supersedes_id as id from result where laboratory_id = $1 and id = $2", [
      lab.ref.id,
      id,
    ]),
  );
  return row?.id;
}

/** A new version of a released result that waits for its verification. */
async function amendByHand(lab: Lab, releasedId: string) {
  const pathologist = await lab.member("pathologist");
  await inLaboratory(lab.ref.id, pathologist.memberId, async (db) =>
    db.sql(
      `insert into result (laboratory_id, id, order_id, order_test_id, sample_id, patient_id, analyte_id, position,
         section, analyte_code, analyte_name, kind, decimals, due_at, state, value, entered_by_id, entered_at,
         supersedes_id, amend_reason)
       select laboratory_id, $3, order_id, order_test_id, sample_id, patient_id, analyte_id, position, section,
         analyte_code, analyte_name, kind, decimals, due_at, 'entered', '6', $4, now(), id, 'Wrong unit'
       from result where laboratory_id = $1 and id = $2`,
      [lab.ref.id, releasedId, newId(), pathologist.memberId],
    ),
  );
}
