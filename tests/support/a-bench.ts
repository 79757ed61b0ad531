import { now } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { inLaboratory } from "@/lib/infra/db";
import type { Order } from "@/lib/orders/schema";
import { releaseOrder } from "@/lib/reports/operations/release-order";
import { enterResults } from "@/lib/results/operations/enter-results";
import { verifyResults } from "@/lib/results/operations/verify-results";
import { accessionSample } from "@/lib/samples/operations/accession-samples";
import { a, type Lab, type Member } from "./a";
import { anOrder, aPatient } from "./an-order";
import type { NistLine } from "./nist";

/** A laboratory with somebody at each step. */
export type Bench = {
  lab: Lab;
  tech: Member;
  scientist: Member;
  pathologist: Member;
};

export async function aBench(wish: Parameters<typeof a.laboratory>[0] = {}): Promise<Bench> {
  const lab = await a.laboratory(wish);
  return {
    lab,
    tech: await lab.member("technician", { name: "Tess Technician" }),
    scientist: await lab.member("scientist", { name: "Sam Scientist" }),
    pathologist: await lab.member("pathologist", { name: "Pat Pathologist" }),
  };
}

type Wish = Parameters<typeof anOrder>[1] & { collectedAt?: string };

/** An order whose samples have all arrived, collected when told, else at a time that nobody recorded. */
export async function anArrivedOrder(bench: Bench, { collectedAt, ...wish }: Wish = {}): Promise<Order> {
  const order = await anOrder(bench.lab, wish);
  const body = collectedAt ? { collectedAt } : { collectionNotRecorded: true };
  for (const { id } of order.samples) {
    await bench.tech.does(accessionSample, { params: { sampleId: id }, body });
  }
  return order;
}

/** The only sample of an order. */
export function tubeOf(order: Order): string {
  const [sample] = order.samples;
  if (!sample) throw new Error("An order has a sample.");
  return sample.id;
}

/** The id of an order's result of an analyte, as it was placed. */
export function resultOf(order: Order, analyteCode: string): string {
  const result = order.results.find((each) => each.analyteCode === analyteCode);
  if (!result) throw new Error(`The order has no ${analyteCode}.`);
  return result.id;
}

/** Enters values by analyte code, wherever their samples are. */
export async function enter(who: Member, order: Order, values: Record<string, string>): Promise<void> {
  for (const { id } of order.samples) {
    const here = order.results.filter(
      ({ sampleId, analyteCode }) => sampleId === id && analyteCode in values,
    );
    if (here.length === 0) continue;
    const results = here.map(({ analyteCode }) => ({ analyteCode, value: values[analyteCode] ?? "" }));
    await who.does(enterResults, { params: { sampleId: id }, body: { results } });
  }
}

export async function verify(who: Member, order: Order): Promise<void> {
  for (const { id } of order.samples) await who.does(verifyResults, { params: { sampleId: id }, body: {} });
}

/** An order that was entered, verified and released, each by another person. */
export async function aReleasedOrder(bench: Bench, values: Record<string, string>, wish: Wish = {}) {
  const order = await anArrivedOrder(bench, { items: ["CREA"], ...wish });
  await enter(bench.tech, order, values);
  await verify(bench.scientist, order);
  const { report } = await bench.pathologist.does(releaseOrder, { params: { orderId: order.id }, body: {} });
  return { order, report };
}

/** Puts the lines of a NIST case into the laboratory's catalogue, as one test of blood. */
export async function addNistTest(lab: Lab, code: string, lines: readonly NistLine[]): Promise<void> {
  // The starter catalogue, and with it the kinds of sample, comes with the first patient.
  await aPatient(lab);
  const laboratoryId = lab.ref.id;
  const at = { createdAt: now(), updatedAt: now() };
  const ids = new Map(lines.map((line) => [line.code, newId()]));
  const idOf = (line: NistLine) => ids.get(line.code) ?? "";
  await inLaboratory(laboratoryId, null, async (db) => {
    const sampleType = await db.sampleType.findFirst({ where: { laboratoryId, code: "blood-edta" } });
    await db.analyte.createMany({
      data: lines.map((line) => ({
        ...{ laboratoryId, id: idOf(line), section: "Haematology", decimals: line.decimals ?? 0, ...at },
        ...{ code: line.code, name: line.name, loinc: line.loinc, kind: line.kind, unit: line.unit ?? null },
        choices: line.kind === "coded" ? CHOICES : [],
      })),
    });
    await db.referenceInterval.createMany({
      data: lines
        .filter(({ low, high }) => low !== undefined || high !== undefined)
        .map((line) => ({
          ...{ laboratoryId, id: newId(), analyteId: idOf(line), ...at },
          ...{ low: line.low ?? null, high: line.high ?? null, text: line.text ?? null },
        })),
    });
    await db.criticalLimit.createMany({
      data: lines
        .filter(({ criticalHigh }) => criticalHigh !== undefined)
        .map((line) => ({
          laboratoryId,
          id: newId(),
          analyteId: idOf(line),
          high: line.criticalHigh ?? null,
        })),
    });
    const testId = newId();
    await db.test.createMany({
      data: [
        {
          ...{ laboratoryId, id: testId, code, name: code, section: "Haematology", ...at },
          sampleTypeId: sampleType?.id ?? "",
          ...{ turnaroundRoutine: 240, turnaroundUrgent: 90, turnaroundStat: 60 },
        },
      ],
    });
    await db.testAnalyte.createMany({
      data: lines.map((line, position) => ({ laboratoryId, testId, analyteId: idOf(line), position })),
    });
  });
}

const CHOICES = [
  { code: "none", label: "None seen", abnormal: false },
  { code: "moderate", label: "Moderate Anisocytosis", abnormal: true },
];
