import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { listAuditEvents } from "@/lib/audit/operations/list-audit-events";
import { readTimeline } from "@/lib/audit/operations/read-timeline";
import { issueInvoice } from "@/lib/billing/operations/issue-invoice";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import { openInvoice } from "@/lib/billing/operations/open-invoice";
import { openWholeOrder } from "@/lib/billing/operations/open-whole-order";
import { recordPayment } from "@/lib/billing/operations/record-payment";
import { roleNames } from "@/lib/core/access";
import { Problem } from "@/lib/core/problem";
import type { AnyOperation } from "@/lib/infra/operation";
import { listMembers } from "@/lib/laboratories/operations/list-members";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { findPatientsToOrderFor } from "@/lib/orders/operations/find-patients-to-order-for";
import { listOrders } from "@/lib/orders/operations/list-orders";
import { openOrder } from "@/lib/orders/operations/open-order";
import { placeOrder } from "@/lib/orders/operations/place-order";
import { listPatients } from "@/lib/patients/operations/list-patients";
import { openPatient } from "@/lib/patients/operations/open-patient";
import { registerPatient } from "@/lib/patients/operations/register-patient";
import { actOnSamples } from "@/lib/reports/operations/act-on-samples";
import { listReports } from "@/lib/reports/operations/list-reports";
import { openReport } from "@/lib/reports/operations/open-report";
import { releaseOrder } from "@/lib/reports/operations/release-order";
import { amendResult } from "@/lib/results/operations/amend-result";
import { enterResults } from "@/lib/results/operations/enter-results";
import { listResults } from "@/lib/results/operations/list-results";
import { listWorklist } from "@/lib/results/operations/list-worklist";
import { openResult } from "@/lib/results/operations/open-result";
import { verificationQueue } from "@/lib/results/operations/verification-queue";
import { verifyResults } from "@/lib/results/operations/verify-results";
import { accessionSample } from "@/lib/samples/operations/accession-samples";
import { listSamples } from "@/lib/samples/operations/list-samples";
import { openSample } from "@/lib/samples/operations/open-sample";
import { scanSample } from "@/lib/samples/operations/scan-sample";
import { a, type Lab, type Member } from "@/tests/support/a";
import { rowsOf } from "@/tests/support/rows-of";

vi.hoisted(() => {
  process.env.LIMITS = "off";
});

const kinds = ["patient", "order", "sample", "result", "invoice", "report"] as const;
type Kind = (typeof kinds)[number];
type Pools = Record<Kind, string[]>;

type Side = { lab: Lab; everyone: Member; second: Member; marker: string; own: Pools };
let sides: [Side, Side];

beforeAll(async () => {
  const side = async (marker: string): Promise<Side> => {
    const lab = await a.laboratory({ name: `${marker} Laboratory` });
    const everyone = await lab.member([...roleNames], { name: `Eve ${marker}` });
    const second = await lab.member("scientist", { name: `Sam ${marker}` });
    const own = { patient: [], order: [], sample: [], result: [], invoice: [], report: [] };
    return { lab, everyone, second, marker, own };
  };
  sides = [await side("Harbour"), await side("Riverside")];
  for (const each of sides) await live(each, each.own);
}, 60_000);

/** One order through the whole laboratory, so that there is something of every kind to ask for. */
async function live(side: Side, pools: Pools): Promise<void> {
  const pick = (kind: Kind) => pools[kind].at(-1) ?? "";
  for (const step of [
    "register",
    "place",
    "accession",
    "enter",
    "verify",
    "release",
    "allInvoices",
    "issue",
    "pay",
  ] as const) {
    const { op, who, input } = steps[step](pick, side.marker);
    keep(side, await side[who].does(op, input));
  }
}

type Pick = (kind: Kind) => string;
type Ask = { op: AnyOperation; who: "everyone" | "second"; input: object };

const ask = (op: AnyOperation, input: object = {}, who: Ask["who"] = "everyone"): Ask => ({ op, who, input });
const values = { results: ["CREA", "K"].map((analyteCode) => ({ analyteCode, value: "4.4" })) };
const CHECKED = { acceptDuplicate: true };

/** What people do, to whatever `pick` hands them: one's own record or the other laboratory's. */
const steps = {
  register: (_: Pick, marker: string) =>
    ask(registerPatient, { body: { familyName: marker, givenName: "William", sex: "male", ...CHECKED } }),
  place: (pick: Pick, marker: string) =>
    ask(placeOrder, {
      body: {
        ...{ patientId: pick("patient"), clinicalNotes: `${marker} notes` },
        items: [{ testCode: "CREA" }, { testCode: "K" }],
      },
    }),
  accession: (pick: Pick) =>
    ask(accessionSample, { params: { sampleId: pick("sample") }, body: { collectionNotRecorded: true } }),
  enter: (pick: Pick) => ask(enterResults, { params: { sampleId: pick("sample") }, body: values }),
  verify: (pick: Pick) => ask(verifyResults, { params: { sampleId: pick("sample") }, body: {} }, "second"),
  release: (pick: Pick) => ask(releaseOrder, { params: { orderId: pick("order") }, body: {} }),
  issue: (pick: Pick) => ask(issueInvoice, { params: { invoiceId: pick("invoice") } }),
  pay: (pick: Pick) =>
    ask(recordPayment, { params: { invoiceId: pick("invoice") }, body: { amount: 100, method: "cash" } }),
  amend: (pick: Pick) =>
    ask(amendResult, {
      ...{ params: { resultId: pick("result") }, ifMatch: 4 },
      body: { value: "4.5", reason: "Read off the wrong line" },
    }),
  cancel: (pick: Pick) =>
    ask(cancelOrder, { params: { orderId: pick("order") }, body: { reason: "Asked for twice" } }),
  many: (pick: Pick) =>
    ask(actOnSamples, {
      body: {
        action: "accession",
        items: [...new Set([pick("sample"), pick("sample"), pick("sample")])].map((sampleId) => ({
          sampleId,
          body: { collectionNotRecorded: true },
        })),
      },
    }),
  patients: () => ask(listPatients),
  search: () => ask(listPatients, { query: { q: "Harbour" } }),
  searchOther: () => ask(listPatients, { query: { q: "Riverside" } }),
  searchToOrder: () => ask(findPatientsToOrderFor, { query: { q: "William" } }),
  orders: () => ask(listOrders),
  ordersOf: (pick: Pick) => ask(listOrders, { query: { patientId: pick("patient") } }),
  samples: (pick: Pick) => ask(listSamples, { query: { orderId: pick("order") } }),
  results: (pick: Pick) => ask(listResults, { query: { sampleId: pick("sample") } }),
  allResults: () => ask(listResults, { query: { limit: "100" } }),
  invoices: (pick: Pick) => ask(listInvoices, { query: { orderId: pick("order") } }),
  allInvoices: () => ask(listInvoices),
  reports: (pick: Pick) => ask(listReports, { query: { patientId: pick("patient") } }),
  worklist: () => ask(listWorklist),
  queue: () => ask(verificationQueue),
  trail: (pick: Pick) => ask(listAuditEvents, { query: { orderId: pick("order") } }),
  allTrail: () => ask(listAuditEvents, { query: { limit: "100" } }),
  timeline: (pick: Pick) => ask(readTimeline, { query: { patientId: pick("patient") } }),
  members: () => ask(listMembers),
  scan: () => ask(scanSample, { body: { barcode: "261120-00001-1" } }),
  patient: (pick: Pick) => ask(openPatient, { params: { patientId: pick("patient") } }),
  order: (pick: Pick) => ask(openOrder, { params: { orderId: pick("order") } }),
  wholeOrder: (pick: Pick) => ask(openWholeOrder, { params: { orderId: pick("order") } }),
  sample: (pick: Pick) => ask(openSample, { params: { sampleId: pick("sample") } }),
  result: (pick: Pick) => ask(openResult, { params: { resultId: pick("result") } }),
  invoice: (pick: Pick) => ask(openInvoice, { params: { invoiceId: pick("invoice") } }),
  report: (pick: Pick) => ask(openReport, { params: { reportId: pick("report") } }),
} satisfies Record<string, (pick: Pick, marker: string) => Ask>;

const trails = new Set<string>(["trail", "allTrail", "timeline"]);

const stepNames = Object.keys(steps) as (keyof typeof steps)[];

/** Remembers the ids that an answer brought, by what they are ids of. */
function keep({ own }: Side, answer: unknown): void {
  const text = JSON.stringify(answer) ?? "";
  const add = (kind: Kind, id: unknown) => {
    if (typeof id === "string" && !own[kind].includes(id)) own[kind].push(id);
  };
  for (const kind of kinds) {
    for (const [, id] of text.matchAll(new RegExp(`"${kind}Id":"([0-9a-f-]{36})"`, "g"))) add(kind, id);
  }
  for (const made of objectsIn(answer)) {
    if ("mrn" in made) add("patient", made.id);
    if ("barcode" in made && "sampleType" in made) add("sample", made.id);
    if ("analyteCode" in made && "state" in made) add("result", made.id);
    if ("placedAt" in made && "accessionNumber" in made) add("order", made.id);
    if ("billTo" in made) add("invoice", made.id);
    if ("checkCode" in made) add("report", made.id);
  }
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  // What is neither null nor a list is an object with named values.
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

describe("S1 two laboratories at work at once", () => {
  it("never see and never touch each other, whatever they do and whichever ids they try", async () => {
    const step = fc.record({
      side: fc.constantFrom(0 as const, 1 as const),
      does: fc.constantFrom(...stepNames),
      // Which of the ids there are, and whose.
      picks: fc.array(fc.record({ theirs: fc.boolean(), number: fc.nat(50) }), {
        minLength: 3,
        maxLength: 3,
      }),
    });
    const tried: [string, string] = ["", ""];
    let answered = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 20 }), async (script) => {
        for (const { side, does, picks } of script) {
          const [acting, other] = side === 0 ? sides : [sides[1], sides[0]];
          let turn = 0;
          const pick = (kind: Kind) => {
            const { theirs, number } = picks[turn % picks.length] ?? { theirs: false, number: 0 };
            turn += 1;
            const pool = (theirs ? other : acting).own[kind];
            return pool[number % Math.max(pool.length, 1)] ?? acting.lab.ref.id;
          };
          const { op, who, input } = steps[does](pick, acting.marker);
          const before = await rowsOf(other.lab.ref.id);
          const answer = await acting[who].does(op, input).catch((error: unknown) => {
            if (error instanceof Problem && error.code !== "internal") return error;
            throw error;
          });
          expect(await rowsOf(other.lab.ref.id), does).toEqual(before);
          const isRefused = answer instanceof Problem;
          const said =
            JSON.stringify(isRefused ? { ...answer.extras, message: answer.message } : answer) ?? "";
          // What one asked for oneself may be said back: which samples a bulk action named, which word was searched.
          const asked = JSON.stringify(input);
          tried[side] += asked;
          // The trail says what was tried, ever; every other answer what was asked now.
          const mayBeSaid = trails.has(does) ? tried[side] : asked;
          const foreign = [other.marker, other.lab.ref.id, ...Object.values(other.own).flat()];
          expect(
            foreign.filter((each) => said.includes(each) && !mayBeSaid.includes(each)),
            does,
          ).toEqual([]);
          if (does === "searchOther" || does === "search")
            expect(said).not.toContain(`${other.marker.toUpperCase()}, `);
          if (isRefused) refused += 1;
          else {
            answered += 1;
            // A bulk action names every sample it was asked about, also those that are nobody's here.
            if (!trails.has(does) && does !== "many") keep(acting, answer);
            if (does === "many") expectForeignRefused(answer, other);
            else
              expect(
                foreign.filter((id) => asked.includes(id) && said.includes(id)),
                does,
              ).toEqual([]);
          }
        }
      }),
      // The laboratories live on from run to run, so a failure cannot be replayed in fewer steps.
      { numRuns: 12, endOnFailure: true },
    );
    // Both happened, or nothing was tried.
    expect(answered).toBeGreaterThan(30);
    expect(refused).toBeGreaterThan(15);
  }, 120_000);
});

function expectForeignRefused(answer: unknown, other: Side): void {
  // The answer of a bulk action, by its own output shape.
  const { data } = answer as { data: { sampleId: string; ok: boolean; problem?: { code: string } }[] };
  for (const each of data.filter(({ sampleId }) => other.own.sample.includes(sampleId))) {
    expect(each).toMatchObject({ ok: false, problem: { code: "not_found" } });
  }
}
