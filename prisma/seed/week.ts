import { issueInvoice } from "@/lib/billing/operations/issue-invoice";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import { recordPayment } from "@/lib/billing/operations/record-payment";
import { STARTER } from "@/lib/catalogue/starter/starter";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { openOrder } from "@/lib/orders/operations/open-order";
import { registerPatient } from "@/lib/patients/operations/register-patient";
import type { Patient } from "@/lib/patients/schema";
import { releaseOrder } from "@/lib/reports/operations/release-order";
import { amendResult } from "@/lib/results/operations/amend-result";
import { openResult } from "@/lib/results/operations/open-result";
import { verifyResult } from "@/lib/results/operations/verify-result";
import { rejectSample } from "@/lib/samples/operations/reject-samples";
import { type Journey, travel } from "./journey";
import type { SeedLaboratory } from "./laboratory";
import { patientsOf, sharedPatients } from "./patients";
import { type Random, seededRandom } from "./random";
import type { SeedClock } from "./seed-clock";

type Week = { today: Date; clock: SeedClock; seed: number; busy: boolean };

/** Six days of finished work, and one morning in every state there is. */
export async function liveAWeek(lab: SeedLaboratory, { today, clock, seed, busy }: Week): Promise<void> {
  const random = seededRandom(seed);
  clock.at(new Date(today.getTime() - 7 * 24 * 3_600_000));
  const patients = await register(lab);
  await finishedDays(lab, patients, { today, clock, random, perDay: busy ? 5 : 2 });
  await thisMorning(lab, patients, { today, clock, random });
}

async function register(lab: SeedLaboratory): Promise<[Patient, ...Patient[]]> {
  const patients: Patient[] = [];
  for (const each of [...sharedPatients, ...(patientsOf[lab.slug] ?? [])]) {
    const body = { ...each, acceptDuplicate: true };
    patients.push(await lab.staff.receptionist.does(registerPatient, { body }));
  }
  const [first, ...others] = patients;
  if (!first) throw new Error("There are patients in the list above.");
  return [first, ...others];
}

type Day = { today: Date; clock: SeedClock; random: Random };

const orderables: [Journey["items"], ...Journey["items"][]] = [
  [{ panelCode: "FBCD" }],
  [{ panelCode: "BMP" }, { panelCode: "LIPID" }],
  [{ panelCode: "LIVER" }],
  [{ panelCode: "THYROID" }],
  [{ panelCode: "COAG" }],
  [{ testCode: "CRP" }, { panelCode: "FBCD" }],
  [{ panelCode: "DIABETES" }],
];

const surprises: [Journey["wishes"] & object, ...(Journey["wishes"] & object)[]] = [
  {},
  {},
  { HGB: "low" },
  { CHOL: "high" },
  { CRP: "high" },
  { K: "critical" },
];

async function finishedDays(
  lab: SeedLaboratory,
  patients: readonly [Patient, ...Patient[]],
  { today, clock, random, perDay }: Day & { perDay: number },
): Promise<void> {
  for (let daysAgo = 6; daysAgo >= 1; daysAgo -= 1) {
    for (let count = 0; count < perDay; count += 1) {
      clock.at(new Date(today.getTime() - daysAgo * 24 * 3_600_000 - (perDay - count) * 37 * 60_000));
      const placed = await travel(
        lab,
        {
          patient: random.pick(patients),
          items: random.pick(orderables),
          wishes: random.pick(surprises),
          stage: "final",
          provider: count % 2,
        },
        clock,
        random,
      );
      await settle(
        lab,
        placed.id,
        (["paid", "paid", "part", "issued"] as const)[(count + daysAgo) % 4] ?? "paid",
        clock,
      );
    }
  }
}

async function settle(
  lab: SeedLaboratory,
  orderId: string,
  how: "issued" | "part" | "paid",
  clock: SeedClock,
): Promise<void> {
  const { cashier } = lab.staff;
  const [draft] = (await cashier.does(listInvoices, { query: { orderId } })).data;
  if (!draft) throw new Error("An order brings its draft with it.");
  const issued = await cashier.does(issueInvoice, { params: { invoiceId: draft.id } });
  if (how === "issued") return;
  clock.pass(3);
  const amount = how === "paid" ? issued.amountDue : Math.floor(issued.amountDue / 3);
  await cashier.does(recordPayment, { params: { invoiceId: draft.id }, body: { amount, method: "card" } });
}

/** One order in each state, the way a scientist finds them at the bench. */
async function thisMorning(
  lab: SeedLaboratory,
  patients: readonly [Patient, ...Patient[]],
  { today, clock, random }: Day,
): Promise<void> {
  const whom = (index: number) => patients[index % patients.length] ?? patients[0];
  const start = (minutesAgo: number) => clock.at(new Date(today.getTime() - minutesAgo * 60_000));
  const go = (minutesAgo: number, journey: Journey) => {
    start(minutesAgo);
    return travel(lab, journey, clock, random);
  };
  const fbc = [{ panelCode: "FBCD" }];
  start(250);
  const newborn = await lab.staff.receptionist.does(registerPatient, { body: bornYesterday(today) });
  await go(245, {
    patient: newborn,
    items: [{ panelCode: "LIVER" }, { testCode: "GLU" }],
    stage: "entered",
    provider: 1,
  });
  await go(240, { patient: whom(3), items: [{ panelCode: "CMP" }], stage: "verified" });
  await go(220, {
    patient: whom(5),
    items: fbc,
    stage: "entered",
    wishes: { WBC: "critical" },
    leavesCallsOpen: true,
  });
  await go(200, { patient: whom(6), items: [{ panelCode: "COAG" }], stage: "entered", priority: "urgent" });
  await go(180, {
    patient: whom(7),
    items: [{ panelCode: "BMP" }, { panelCode: "LIVER" }, { panelCode: "FBCD" }],
    stage: "part_verified",
  });
  await go(170, { patient: whom(1), items: [{ panelCode: "THYROID" }], stage: "entered" });
  await go(160, { patient: whom(2), items: [{ panelCode: "LIPID" }], stage: "accessioned", fasting: true });
  await go(150, { patient: whom(8), items: fbc, stage: "part_entered" });
  await go(130, {
    patient: whom(4),
    items: [{ panelCode: "LIPID" }, { panelCode: "FBCD" }],
    stage: "preliminary",
  });
  await go(90, { patient: whom(9), items: [{ panelCode: "RENAL" }], stage: "collected", priority: "stat" });
  await go(70, {
    patient: whom(10),
    items: [{ testCode: "CRP" }, { panelCode: "LIVER" }],
    stage: "collected",
  });
  await go(40, { patient: whom(11), items: [{ panelCode: "BMP" }], stage: "placed" });
  await go(30, { patient: whom(12), items: fbc, stage: "placed", priority: "urgent" });
  const everything = STARTER.tests.slice(0, 60).map(({ code }) => ({ testCode: code }));
  await go(25, { patient: whom(13), items: everything, stage: "placed" });
  await amended(lab, go, patients[0], clock);
  await rejected(lab, go, whom(14), clock);
  const dropped = await go(20, { patient: whom(2), items: [{ testCode: "TSH" }], stage: "placed" });
  await lab.staff.receptionist.does(cancelOrder, {
    params: { orderId: dropped.id },
    body: { reason: "Ordered twice by mistake." },
  });
}

function bornYesterday(today: Date) {
  const birthDate = new Date(today.getTime() - 26 * 3_600_000).toISOString().slice(0, 10);
  return { familyName: "Okafor", givenName: "Baby of Ngozi", birthDate, sex: "female" };
}

type Go = (minutesAgo: number, journey: Journey) => ReturnType<typeof travel>;

async function amended(lab: SeedLaboratory, go: Go, patient: Patient, clock: SeedClock): Promise<void> {
  const { staff } = lab;
  const items = [{ panelCode: "FBCD" }, { panelCode: "LIPID" }];
  const placed = await go(230, { patient, items, stage: "final", wishes: { HGB: "low" }, fasting: true });
  const order = await staff.pathologist.does(openOrder, { params: { orderId: placed.id } });
  const haemoglobin = order.results.find((result) => result.analyteCode === "HGB");
  if (!haemoglobin) throw new Error("A blood count has a haemoglobin.");
  const result = await staff.pathologist.does(openResult, { params: { resultId: haemoglobin.id } });
  clock.pass(20);
  const amendment = await staff.pathologist.does(amendResult, {
    params: { resultId: result.id },
    body: {
      value: "12.5",
      reason: "A transposed digit was found when the analyser's own printout was compared.",
    },
    ifMatch: result.version,
  });
  clock.pass(6);
  await staff.scientist2.does(verifyResult, { params: { resultId: amendment.id }, body: {} });
  clock.pass(4);
  await staff.pathologist.does(releaseOrder, { params: { orderId: placed.id }, body: {} });
  await settle(lab, placed.id, "part", clock);
}

async function rejected(lab: SeedLaboratory, go: Go, patient: Patient, clock: SeedClock): Promise<void> {
  const placed = await go(100, { patient, items: [{ panelCode: "ELEC" }], stage: "collected" });
  const [sample] = placed.samples;
  if (!sample) throw new Error("An order has a sample.");
  clock.pass(9);
  await lab.staff.technician.does(rejectSample, {
    params: { sampleId: sample.id },
    body: { reasonCode: "haemolysed" },
  });
}
