import "server-only";
import { randomBytes } from "node:crypto";
import { checkCode } from "@/lib/core/check-code";
import { newId } from "@/lib/core/ids";
import { follow } from "@/lib/core/lifecycle";
import { notFound, Problem } from "@/lib/core/problem";
import type { LabContext } from "@/lib/infra/operation";
import { findLetterhead } from "@/lib/laboratories/letterhead";
import { lockOrders } from "@/lib/orders/repository";
import { resultLifecycle } from "@/lib/results/lifecycle";
import { type Missing, missingInWords, releaseProblem } from "@/lib/results/policy";
import { resultsOfOrders } from "@/lib/results/repository.find";
import { previousValues } from "@/lib/results/repository.grid";
import { callsAbout } from "@/lib/results/repository.history";
import type { ResultRow } from "@/lib/results/repository.row";
import { settle } from "@/lib/results/settle";
import { contentHash } from "./canonical-json";
import { composeReport } from "./compose";
import { ReportContent } from "./content";
import { reportIssued } from "./events";
import { tellOfReports } from "./notices";
import { checkUrl, presentReport } from "./presenter";
import { insertReports, markReleased, type NewReport } from "./repository";
import { ordersOnPaper, type ReportRow, reportsOfOrders } from "./repository.find";
import type { Released } from "./schema";

/** What of an order is to be released. */
export type ReleaseAsk = {
  orderId: string;
  /** Released whatever their sample; each must be verified. */
  resultIds: readonly string[];
  /** All that is verified of these samples; null for the whole order. */
  sampleIds: readonly string[] | null;
  isPreliminary: boolean;
};

export type ReleaseOutcome =
  | { orderId: string; problem: Problem; released?: undefined }
  | { orderId: string; problem: null; released: Released };

/**
 * Releases verified results. Each order by itself, all or none, and each release makes exactly one version of the
 * order's report; however many orders, the same few statements.
 */
export async function releaseOrders(
  context: LabContext,
  asks: readonly ReleaseAsk[],
): Promise<ReleaseOutcome[]> {
  const { db, actor, about, emit } = context;
  const laboratory = actor.laboratory;
  const by = context.member();
  const orderIds = asks.map(({ orderId }) => orderId);
  // Held first: of two people releasing at once, the second sees what the first did.
  await lockOrders(db, laboratory.id, orderIds);
  const results = grouped(await resultsOfOrders(db, laboratory.id, orderIds));
  const earlier = grouped(await reportsOfOrders(db, laboratory.id, orderIds));

  const planned = asks.map((ask) => ({
    ask,
    plan: planRelease(ask, results.get(ask.orderId) ?? [], earlier.get(ask.orderId) ?? [], context),
  }));
  const plans = planned.flatMap(({ plan }) => (plan instanceof Problem ? [] : [plan]));
  const wanted = plans.flatMap(({ chosen }) => chosen.map(({ id }) => id));
  if (wanted.length > 0) {
    const at = plans.map(({ orderId, issuedAt }) => ({ orderId, issuedAt }));
    const count = await markReleased(db, laboratory.id, wanted, at, by.id);
    if (count !== wanted.length) {
      throw new Problem(
        "conflict",
        "Somebody changed one of these at the same moment. Look again, then retry.",
      );
    }
    const reports = await composeReports(context, plans);
    await insertReports(db, laboratory.id, reports, { memberId: by.id, name: by.name });
    await settle(
      context,
      plans.flatMap(({ chosen }) => chosen),
    );
  }

  const issued = new Map(
    (
      await reportsOfOrders(
        db,
        laboratory.id,
        plans.map(({ orderId }) => orderId),
      )
    )
      .filter(({ supersededBy }) => supersededBy === null)
      .map((row) => [row.orderId, row]),
  );
  await tellOfReports(context, [...issued.values()]);
  return planned.map(({ ask: { orderId }, plan }) => {
    const row = issued.get(orderId);
    if (plan instanceof Problem || !row) {
      return { orderId, problem: plan instanceof Problem ? plan : notFound() };
    }
    const { id, number, status, isCorrected } = row;
    about({
      recordId: id,
      orderId,
      patientId: row.patientId,
      details: { number, status, isCorrected, resultIds: plan.chosen.map((result) => result.id) },
    });
    emit(reportIssued({ reportId: id, orderId }));
    return { orderId, problem: null, released: presentReleased(plan, row, laboratory.slug) };
  });
}

type Plan = {
  orderId: string;
  chosen: ResultRow[];
  /** All results of the order, the chosen as they are once released. */
  results: ResultRow[];
  missing: Missing[];
  number: number;
  issuedAt: Date;
  versions: { number: number; issuedAt: Date }[];
};

function planRelease(
  ask: ReleaseAsk,
  results: readonly ResultRow[],
  earlier: readonly ReportRow[],
  { now, actor }: LabContext,
): Plan | Problem {
  try {
    const chosen = choose(ask, results);
    const ids = new Set(chosen.map(({ id }) => id));
    const missing = results.flatMap((result) => (ids.has(result.id) ? [] : missingOf(result)));
    const refused = releaseProblem(missing, ask.isPreliminary);
    if (refused) return refused;
    const [last] = earlier;
    // Versions follow each other in time, so that a released result tells which version printed it first.
    const issuedAt = new Date(Math.max(now.getTime(), (last?.issuedAt.getTime() ?? 0) + 1));
    const number = (last?.number ?? 0) + 1;
    const released = {
      releasedAt: issuedAt,
      releasedByName: actor.name,
      releasedById: actor.member?.id ?? null,
    };
    return {
      orderId: ask.orderId,
      chosen,
      results: results.map((result) =>
        ids.has(result.id) ? { ...result, ...released, state: "released" } : result,
      ),
      missing,
      number,
      issuedAt,
      versions: [
        ...earlier.map((report) => ({ number: report.number, issuedAt: report.issuedAt })),
        { number, issuedAt },
      ],
    };
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** @throws Problem when one that was named cannot be released, or nothing can. */
function choose({ resultIds, sampleIds }: ReleaseAsk, results: readonly ResultRow[]): ResultRow[] {
  const named = resultIds.map((id) => {
    const result = results.find((each) => each.id === id);
    if (!result) throw notFound();
    follow(resultLifecycle, result.state, "release");
    return result;
  });
  const rest = results.filter(
    ({ id, state, sampleId }) =>
      state === "verified" && !resultIds.includes(id) && (sampleIds === null || sampleIds.includes(sampleId)),
  );
  const chosen = [...named, ...rest];
  if (chosen.length > 0) return chosen;
  const open = results.filter(({ sampleId }) => sampleIds === null || sampleIds.includes(sampleId));
  const waits = missingInWords(open.flatMap(missingOf));
  throw new Problem(
    "illegal_move",
    waits ? `Nothing here can be released yet: ${waits}.` : "Nothing here waits to be released.",
  );
}

function missingOf({ id, analyteCode, analyteName, testName, state }: ResultRow): Missing[] {
  if (state !== "pending" && state !== "entered" && state !== "verified") return [];
  return [{ resultId: id, analyteCode, analyteName, testName, state }];
}

async function composeReports({ db, actor }: LabContext, plans: readonly Plan[]): Promise<NewReport[]> {
  const { id: laboratoryId, slug, isDemonstration } = actor.laboratory;
  const laboratory = await findLetterhead(db, laboratoryId);
  const orders = await ordersOnPaper(
    db,
    laboratoryId,
    plans.map(({ orderId }) => orderId),
  );
  const released = plans.flatMap(({ results }) => results.filter(({ state }) => state === "released"));
  const ids = released.map(({ id }) => id);
  const isCritical = ({ flag }: ResultRow) => flag === "LL" || flag === "HH";
  const calls = await callsAbout(
    db,
    laboratoryId,
    released.filter(isCritical).map(({ id }) => id),
  );
  const previous = await previousValues(db, laboratoryId, ids);
  return plans.map(({ orderId, chosen, results, missing, number, issuedAt, versions }) => {
    const order = orders.get(orderId);
    if (!order) throw notFound();
    const code = checkCode(randomBytes(16));
    const reasons = new Set(chosen.flatMap(({ amendReason }) => amendReason ?? []));
    const reason = reasons.size > 0 ? [...reasons].join("; ") : null;
    const status = missing.length === 0 ? ("final" as const) : ("preliminary" as const);
    const content = ReportContent.parse(
      composeReport({
        ...{ laboratory, isDemonstration, order, results, calls, previous, missing, versions },
        report: {
          ...{ number, status, issuedAt, reason, issuedBy: actor.name },
          checkCode: code,
          checkUrl: checkUrl(slug, code),
        },
      }),
    );
    return {
      ...{ id: newId(), orderId, number, status, reason, content, issuedAt, checkCode: code },
      isCorrected: content.report.isCorrected,
      contentSha256: contentHash(content),
    };
  });
}

function presentReleased({ chosen }: Plan, row: ReportRow, slug: string): Released {
  return {
    report: presentReport(row, slug),
    results: chosen.map(({ id, version, analyteCode, supersedesId }) => ({
      ...{ id, version: version + 1, analyteCode, supersedesId },
      state: "released",
    })),
  };
}

function grouped<Row extends { orderId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.orderId, [...(groups.get(row.orderId) ?? []), row]);
  return groups;
}
