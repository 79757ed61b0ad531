import "server-only";
import { notFound, type Problem } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { type LabContext, operation } from "@/lib/infra/operation";
import { lockSamples } from "@/lib/samples/repository";
import { type ItemOutcome, type SampleItem, SampleRef } from "@/lib/samples/schema";
import { asProblem } from "../as-problem";
import { prepareNotices } from "../notices";
import { type ReleaseAsk, releaseOrders } from "../release";
import { Released, ReleaseResults } from "../schema";

export const releaseSample = operation({
  id: "reports.releaseSample",
  http: "POST /samples/{sampleId}/release",
  summary: "Release what is verified of a sample, all of it or what is named, in one version of the report.",
  description:
    "The report is final when nothing of the order stays unreleased; otherwise say that it is preliminary.",
  scope: "laboratory",
  permission: "result:release",
  limit: "write",
  audit: "report.issued",
  input: { params: SampleRef, body: ReleaseResults },
  output: Released,
  fails: ["not_found", "illegal_move", "precondition_failed"],
  ifMatch: "optional",
  prepare: ({ actor }) => prepareNotices(actor),
  async run(context, { params: { sampleId }, body }) {
    const version = context.ifMatch ?? undefined;
    const [outcome] = await releaseOnSamples(context, [{ sampleId, version, body }]);
    if (!outcome) throw notFound();
    if (outcome.problem) throw outcome.problem;
    if (!outcome.released) throw notFound();
    return outcome.released;
  },
});

/** Samples of one order that are released together make one version of its report, and share its refusal. */
export async function releaseOnSamples(
  context: LabContext,
  items: readonly SampleItem<ReleaseResults>[],
): Promise<(ItemOutcome & { released?: Released })[]> {
  const samples = await lockSamples(
    context.db,
    context.actor.laboratory.id,
    items.map(({ sampleId }) => sampleId),
  );
  const asks = new Map<string, ReleaseAsk>();
  const refused = new Map<string, Problem>();
  for (const { sampleId, version, body } of items) {
    const sample = samples.get(sampleId);
    const problem = sample ? asProblem(() => checkVersion(sample.version, version ?? null)) : notFound();
    if (problem || !sample) {
      refused.set(sampleId, problem ?? notFound());
      continue;
    }
    const { orderId } = sample;
    const ask = asks.get(orderId) ?? { orderId, resultIds: [], sampleIds: [], isPreliminary: false };
    asks.set(orderId, {
      orderId,
      resultIds: [...ask.resultIds, ...(body.resultIds ?? [])],
      sampleIds: [...(ask.sampleIds ?? []), ...(body.resultIds ? [] : [sampleId])],
      isPreliminary: ask.isPreliminary || body.preliminary === true,
    });
  }
  const outcomes = new Map(
    (await releaseOrders(context, [...asks.values()])).map((outcome) => [outcome.orderId, outcome]),
  );
  return items.map(({ sampleId }) => {
    const outcome = outcomes.get(samples.get(sampleId)?.orderId ?? "");
    const problem = refused.get(sampleId) ?? outcome?.problem ?? null;
    if (problem || !outcome) return { sampleId, problem: problem ?? notFound() };
    return { sampleId, problem: null, ...(outcome.released && { released: outcome.released }) };
  });
}
