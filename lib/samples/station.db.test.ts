import { describe, expect, it } from "vitest";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { a, type Lab, type Member } from "@/tests/support/a";
import { anOrder, aPatient, facts, tube } from "@/tests/support/an-order";
import { pdfBarcode, pdfText } from "@/tests/support/pdf";
import { collectSample } from "./operations/collect-samples";
import { printLabel } from "./operations/print-label";
import { printOrderLabels } from "./operations/print-order-labels";
import { rejectSample } from "./operations/reject-samples";
import { scanSample } from "./operations/scan-sample";

const notRecorded = { collectionNotRecorded: true };

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

  it("says when and why a tube was rejected, and which tube stands in for it", async () => {
    a.clock("2026-11-20T06:31:00Z");
    const { lab, tech } = await bench();
    const order = await anOrder(lab, { items: ["CREA"] });
    await tech.does(rejectSample, { params: tube(order), body: { reasonCode: "haemolysed" } });
    const { said, next } = await tech.does(scanSample, { body: { barcode: order.samples[0]?.barcode } });
    expect(said).toBe(`${order.accessionNumber}-1 was rejected at 06:31, haemolysed. It was not received.`);
    expect(next).toBe(
      `Put the tube aside. Its recollection is ${order.accessionNumber}-2, not collected yet.`,
    );
  });
});

async function bench(): Promise<{ lab: Lab; tech: Member; phlebotomist: Member }> {
  const lab = await a.laboratory();
  return { lab, tech: await lab.member("technician"), phlebotomist: await lab.member("phlebotomist") };
}

async function bytes(
  who: Member,
  op: typeof printLabel | typeof printOrderLabels,
  params: Record<string, string>,
): Promise<Uint8Array> {
  const body: unknown = await who.does(op, { params });
  if (!(body instanceof Uint8Array)) throw new Error("No bytes.");
  return body;
}
