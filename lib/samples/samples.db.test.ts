import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { inLaboratory } from "@/lib/infra/db";
import { a, type Lab, type Member } from "@/tests/support/a";
import { anOrder, receive, resultsOn, tube } from "@/tests/support/an-order";
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

async function bench(): Promise<{ lab: Lab; tech: Member; phlebotomist: Member }> {
  const lab = await a.laboratory();
  return { lab, tech: await lab.member("technician"), phlebotomist: await lab.member("phlebotomist") };
}
