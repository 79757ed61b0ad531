import "server-only";
import { presentSummary } from "@/lib/billing/presenter";
import { listInvoices } from "@/lib/billing/repository.list";
import { may } from "@/lib/core/actor";
import { type LabContext, operation } from "@/lib/infra/operation";
import { presentCollection } from "@/lib/orders/presenter";
import { listCollections } from "@/lib/orders/repository.find";
import { presentReport } from "@/lib/reports/presenter";
import { listReports } from "@/lib/reports/repository.find";
import { presentOpenCritical, presentToRelease, presentToVerify } from "@/lib/results/queue";
import { callsAbout } from "@/lib/results/repository.history";
import { listOpenCriticals, ordersToRelease, samplesToVerify } from "@/lib/results/repository.queues";
import { countWork } from "@/lib/results/repository.worklists";
import { presentSampleSummary } from "@/lib/samples/presenter";
import { listSamples } from "@/lib/samples/repository.find";
import { presentArrivals } from "../arrivals";
import { arrivalsByHour, dayBegan, firstArrival, flowSince, lastEntries } from "../repository";
import { Dashboard } from "../schema";

/** Queues are counted up to here, and shown up to there. */
const COUNTED = 50;
const SHOWN = 8;
const BENCH_MAX = 1000;
const TODAY_MAX = 5000;
const WEEKS = 8;
const JUST_NOW_MS = 30 * 60_000;

export const openDashboard = operation({
  id: "dashboard.open",
  http: "GET /dashboard",
  summary: "Show what waits in the laboratory.",
  description:
    "Each part is for those whose permissions allow it, and null for the others. Queues show their first lines and are counted up to a bound.",
  scope: "laboratory",
  permission: "dashboard:read",
  limit: "read",
  audit: "dashboard.opened",
  input: {},
  output: Dashboard,
  fails: [],
  async run(context) {
    const { actor, now, about } = context;
    const when = async <Part>(isOpen: boolean, part: (context: LabContext) => Promise<Part>) =>
      isOpen ? await part(context) : null;
    const dashboard = {
      at: now.toISOString(),
      calls: await when(may(actor, "result:read"), callsPart),
      verification: await when(may(actor, "result:verify"), verificationPart),
      release: await when(may(actor, "result:release"), releasePart),
      entry: await when(may(actor, "worklist:read"), entryPart),
      collection: await when(may(actor, "sample:collect") || may(actor, "order:place"), collectionPart),
      arriving: await when(may(actor, "sample:accession"), arrivingPart),
      reports: await when(may(actor, "report:read"), reportsPart),
      invoices: await when(may(actor, "invoice:read"), invoicesPart),
      ...(await todayPart(context)),
    };
    const { calls } = dashboard;
    about({ details: { openCalls: calls?.data.map(({ result }) => result.id) ?? [] } });
    return dashboard;
  },
});

/** The first lines of a queue that was asked for one line more than are counted. */
function firstOf<Row, Line>(rows: readonly Row[], present: (row: Row) => Line) {
  return {
    data: rows.slice(0, SHOWN).map(present),
    waiting: Math.min(rows.length, COUNTED),
    isCapped: rows.length > COUNTED,
  };
}

async function callsPart({ db, actor }: LabContext) {
  const { id } = actor.laboratory;
  const rows = await listOpenCriticals(db, id, COUNTED);
  const shown = rows.slice(0, SHOWN).map((row) => row.id);
  const calls = await callsAbout(db, id, shown);
  return firstOf(rows, (row) => presentOpenCritical(row, calls));
}

async function verificationPart({ db, actor, now }: LabContext) {
  const rows = await samplesToVerify(db, actor.laboratory.id, null, COUNTED);
  const all = rows.slice(0, COUNTED).map((row) => presentToVerify(row, actor, now));
  return {
    ...firstOf(rows, (row) => presentToVerify(row, actor, now)),
    overdue: all.filter(({ isOverdue }) => isOverdue).length,
    notYours: all.filter(({ verifiable }) => verifiable.length === 0).length,
  };
}

async function releasePart({ db, actor, now }: LabContext) {
  const rows = await ordersToRelease(db, actor.laboratory.id, COUNTED);
  return {
    ...firstOf(rows, (row) => presentToRelease(row, now)),
    overdue: rows.slice(0, COUNTED).filter(({ dueAt }) => dueAt < now).length,
  };
}

async function entryPart({ db, actor, now }: LabContext) {
  const { id } = actor.laboratory;
  const sections = await countWork(db, id, now, BENCH_MAX);
  const entries = await lastEntries(db, id, new Date(now.getTime() - JUST_NOW_MS));
  const waiting = sections.filter(({ pending }) => pending > 0);
  return {
    waiting: waiting.reduce((sum, { pending }) => sum + pending, 0),
    isCapped: sections.some(({ bench }) => bench > BENCH_MAX),
    sections: waiting.map(({ bench: _, oldestAt, ...section }) => {
      const last = entries.find((entry) => entry.section === section.section);
      return {
        ...section,
        oldestAt: oldestAt?.toISOString() ?? null,
        lastEntry: last ? { by: last.by, at: last.at.toISOString() } : null,
      };
    }),
  };
}

async function collectionPart({ db, actor }: LabContext) {
  return firstOf(await listCollections(db, actor.laboratory.id, null, COUNTED), presentCollection);
}

async function arrivingPart({ db, actor }: LabContext) {
  const rows = await listSamples(db, actor.laboratory.id, { state: "collected" }, null, COUNTED);
  return firstOf(rows, presentSampleSummary);
}

async function reportsPart({ db, actor, now }: LabContext) {
  const { id, slug, timeZone } = actor.laboratory;
  const from = (await dayBegan(db, now, timeZone)).toISOString();
  const rows = await listReports(db, id, { from }, { kind: "all" }, null, COUNTED);
  return firstOf(rows, (row) => presentReport(row, slug));
}

async function invoicesPart({ db, actor }: LabContext) {
  const laboratoryId = actor.laboratory.id;
  const first = async (state: "draft" | "unpaid") =>
    firstOf(await listInvoices(db, laboratoryId, { state }, null, COUNTED + 1), presentSummary);
  return {
    toIssue: await first("draft"),
    unpaid: await first("unpaid"),
  };
}

async function todayPart({ db, actor, now }: LabContext) {
  const { id, timeZone } = actor.laboratory;
  return {
    flow: await flowSince(db, id, await dayBegan(db, now, timeZone), TODAY_MAX),
    arrivals: presentArrivals(await arrivalsByHour(db, id, now, timeZone, WEEKS), {
      ...{ now, timeZone },
      first: await firstArrival(db, id),
      weeksMax: WEEKS,
    }),
  };
}
