import "server-only";
import { follow } from "@/lib/core/lifecycle";
import { notFound, Problem } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { type LabContext, operation } from "@/lib/infra/operation";
import { type SampleItem, SampleRef } from "@/lib/samples/schema";
import { resultLifecycle } from "../lifecycle";
import { whyNotVerify } from "../policy";
import {
  type LivingResult,
  livingResults,
  lockSampleFacts,
  markVerified,
  type SampleFacts,
} from "../repository.entry";
import { ResultState, VerifiedResults, VerifyResults } from "../schema";

export const verifyResults = operation({
  id: "results.verify",
  http: "POST /samples/{sampleId}/verify",
  summary: "Verify the entered results of a sample, all of them or those named, all or none.",
  description:
    "Nobody verifies what they entered or last changed, unless the laboratory permits it; then the report says so.",
  scope: "laboratory",
  permission: "result:verify",
  limit: "write",
  audit: "sample.results_verified",
  input: { params: SampleRef, body: VerifyResults },
  output: VerifiedResults,
  fails: ["not_found", "illegal_move", "forbidden", "precondition_failed"],
  ifMatch: "optional",
  async run(context, { params: { sampleId }, body }) {
    const version = context.ifMatch ?? undefined;
    const [outcome] = await verifyOnSamples(context, [{ sampleId, version, body }]);
    if (!outcome) throw notFound();
    if (outcome.problem) throw outcome.problem;
    return { sampleId, results: outcome.results };
  },
});

export type VerifyOutcome =
  | { sampleId: string; problem: Problem; results?: undefined }
  | { sampleId: string; problem: null; results: VerifiedResults["results"] };

/** Verifies on samples, each sample all or none by itself, however many of them in the same few statements. */
export async function verifyOnSamples(
  context: LabContext,
  items: readonly SampleItem<VerifyResults>[],
): Promise<VerifyOutcome[]> {
  const { db, actor, now, about } = context;
  const laboratoryId = actor.laboratory.id;
  const by = context.member();
  const sampleIds = items.map((item) => item.sampleId);
  const samples = await lockSampleFacts(db, laboratoryId, sampleIds);
  const standing = await livingResults(db, laboratoryId, sampleIds, ResultState.options);
  const bySample = new Map<string, LivingResult[]>(sampleIds.map((id) => [id, []]));
  for (const result of standing) bySample.get(result.sampleId)?.push(result);

  const who = { memberId: by.id, allowsSelfVerification: actor.laboratory.allowsSelfVerification };
  const planned = items.map((item) => {
    const sample = samples.get(item.sampleId);
    if (!sample) return { item, sample, plan: notFound() };
    return { item, sample, plan: planVerification(sample, bySample.get(sample.id) ?? [], item, who) };
  });
  const wanted = planned.flatMap(({ plan }) =>
    plan instanceof Problem ? [] : plan.map((result) => result.id),
  );
  const verified = await markVerified(db, laboratoryId, wanted, { memberId: by.id, at: now });
  if (verified !== wanted.length) {
    throw new Problem(
      "conflict",
      "Somebody changed one of these at the same moment. Look again, then retry.",
    );
  }

  return planned.map(({ item: { sampleId }, sample, plan }) => {
    if (plan instanceof Problem || !sample) {
      return { sampleId, problem: plan instanceof Problem ? plan : notFound() };
    }
    about({
      recordId: sampleId,
      orderId: sample.orderId,
      patientId: sample.patientId,
      details: {
        results: plan.map(({ id, analyteCode, flag, enteredById }) => ({
          resultId: id,
          analyteCode,
          flag,
          ...(enteredById === by.id && { selfVerified: true }),
        })),
      },
    });
    const results = plan.map(({ id, version, analyteCode }) => ({
      ...{ id, version: version + 1, analyteCode },
      state: follow(resultLifecycle, "entered", "verify"),
    }));
    return { sampleId, problem: null, results };
  });
}

/** The results that are verified on one sample, or why none is. */
function planVerification(
  sample: SampleFacts,
  standing: readonly LivingResult[],
  { version, body }: SampleItem<VerifyResults>,
  who: Parameters<typeof whyNotVerify>[1],
): LivingResult[] | Problem {
  try {
    checkVersion(sample.version, version ?? null);
    const chosen = choose(standing, body);
    for (const { state } of chosen) follow(resultLifecycle, state, "verify");
    holdSeen(chosen, body);
    const refused = chosen.map((result) => ({ result, reason: whyNotVerify(result, who) }));
    const mine = refused.filter(({ reason }) => reason !== null);
    return mine.length > 0 ? notYours(mine.map(({ result }) => result)) : chosen;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function choose(standing: readonly LivingResult[], { resultIds, seen }: VerifyResults): LivingResult[] {
  const here = new Set(standing.map(({ id }) => id));
  if (seen?.some(({ resultId }) => !here.has(resultId))) throw notFound();
  const named = resultIds ?? seen?.map(({ resultId }) => resultId);
  if (!named) {
    const entered = standing.filter(({ state }) => state === "entered");
    if (entered.length > 0) return entered;
    throw new Problem("illegal_move", "Nothing on this sample waits for verification.");
  }
  return [...new Set(named)].map((id) => {
    const result = standing.find((each) => each.id === id);
    if (!result) throw notFound();
    return result;
  });
}

/** A value that changed since it was looked at has not been looked at. */
function holdSeen(chosen: readonly LivingResult[], { seen = [] }: VerifyResults): void {
  const versions = new Map(seen.map(({ resultId, version }) => [resultId, version]));
  const changed = chosen.filter(({ id, version }) => (versions.get(id) ?? version) !== version);
  if (changed.length === 0) return;
  const names = changed.map(({ analyteName }) => analyteName).join(", ");
  throw new Problem(
    "precondition_failed",
    `Somebody changed ${names} since you looked. Look again, then verify.`,
  );
}

function notYours(results: readonly LivingResult[]): Problem {
  const names = results.map(({ analyteName }) => analyteName).join(", ");
  return new Problem(
    "forbidden",
    `${names}: entered by you, so somebody else has to verify. You can verify the others by naming them.`,
    { members: { enteredByYou: results.map(({ id }) => id) } },
  );
}
