import { ageAt } from "@/lib/core/age";
import { now } from "@/lib/core/clock";
import { placeOrder } from "@/lib/orders/operations/place-order";
import type { Order } from "@/lib/orders/schema";
import type { Patient } from "@/lib/patients/schema";
import { releaseOrder } from "@/lib/reports/operations/release-order";
import { enterResults } from "@/lib/results/operations/enter-results";
import { recordCriticalNotification } from "@/lib/results/operations/record-critical-notification";
import { verifyResults } from "@/lib/results/operations/verify-results";
import { accessionSample } from "@/lib/samples/operations/accession-samples";
import { collectSample } from "@/lib/samples/operations/collect-samples";
import type { SeedLaboratory } from "./laboratory";
import type { Random } from "./random";
import type { SeedClock } from "./seed-clock";
import { valueFor, type Wish } from "./values";

/** How far an order has come when the demonstration begins. */
export type Stage =
  | "placed"
  | "collected"
  | "accessioned"
  | "part_entered"
  | "entered"
  | "part_verified"
  | "verified"
  | "preliminary"
  | "final";

export type Journey = {
  patient: Patient;
  items: ({ testCode: string } | { panelCode: string })[];
  priority?: "routine" | "urgent" | "stat";
  stage: Stage;
  /** Analytes that turn out other than inside. */
  wishes?: Record<string, Wish>;
  /** Critical values are told by phone unless the call is left open. */
  leavesCallsOpen?: boolean;
  fasting?: boolean;
  /** Whose order it is, if anybody's; an index into the laboratory's providers. */
  provider?: number;
};

const order: readonly Stage[] = [
  "placed",
  "collected",
  "accessioned",
  "part_entered",
  "entered",
  "part_verified",
  "verified",
  "preliminary",
  "final",
];

/** Takes one order from its placing as far as it goes, minute by minute. */
export async function travel(
  lab: SeedLaboratory,
  { patient, items, stage, wishes = {}, leavesCallsOpen, provider = 0, ...rest }: Journey,
  clock: SeedClock,
  random: Random,
): Promise<Order> {
  const { staff } = lab;
  const reaches = (wanted: Stage) => order.indexOf(stage) >= order.indexOf(wanted);
  const { leavesCallsOpen: _, ...about } = { leavesCallsOpen, ...rest };
  const placed = await staff.receptionist.does(placeOrder, {
    body: {
      patientId: patient.id,
      items,
      providerId: lab.providerIds[provider] ?? lab.providerIds[0],
      ...about,
    },
  });
  if (!reaches("collected")) return placed;
  clock.pass(8);
  for (const { id } of placed.samples)
    await staff.phlebotomist.does(collectSample, { params: { sampleId: id }, body: {} });
  if (!reaches("accessioned")) return placed;
  clock.pass(11);
  for (const { id } of placed.samples)
    await staff.technician.does(accessionSample, { params: { sampleId: id }, body: {} });
  if (!reaches("part_entered")) return placed;
  const age = ageAt(patient.birthDate, now(), staff.technician.actor.laboratory.timeZone);
  for (const sample of placed.samples) {
    clock.pass(6);
    const own = placed.results.filter((result) => result.sampleId === sample.id);
    const some = reaches("entered") ? own : own.slice(0, Math.ceil(own.length * 0.6));
    const entered = await staff.technician.does(enterResults, {
      params: { sampleId: sample.id },
      body: {
        results: some.map(({ analyteCode }) => ({
          analyteCode,
          value: valueFor(analyteCode, { sex: patient.sex, age }, random, wishes[analyteCode]),
        })),
      },
    });
    if (leavesCallsOpen) continue;
    for (const result of entered.results) {
      if (result.flag === "HH" || result.flag === "LL") await call(lab, result.id, clock);
    }
  }
  if (!reaches("part_verified")) return placed;
  for (const [index, sample] of placed.samples.entries()) {
    if (!reaches("verified") && index > 0) break;
    clock.pass(5);
    await staff.scientist.does(verifyResults, { params: { sampleId: sample.id }, body: {} });
  }
  if (!reaches("preliminary")) return placed;
  clock.pass(9);
  const preliminary = stage === "preliminary";
  await staff.pathologist.does(releaseOrder, {
    params: { orderId: placed.id },
    body: preliminary ? { preliminary } : {},
  });
  return placed;
}

async function call(lab: SeedLaboratory, resultId: string, clock: SeedClock): Promise<void> {
  clock.pass(2);
  await lab.staff.technician.does(recordCriticalNotification, {
    params: { resultId },
    body: {
      notifiedAt: now().toISOString(),
      recipientName: "Dr. Nicholas Radon",
      recipientRole: "Requester",
      method: "phone",
      outcome: "read_back",
    },
  });
}
