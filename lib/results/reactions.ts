import "server-only";
import { analytesForJudging, type JudgedAnalyte } from "@/lib/catalogue/repository";
import type { LabContext } from "@/lib/infra/operation";
import { resultWouldChange } from "./events";
import { type Judgement, judgesDifferently, judgeValue, storedValue, subjectOf } from "./judgement";
import { intervalWords } from "./presenter";
import { keepChanges } from "./repository";
import {
  lockSampleFacts,
  type ResultToJudge,
  resultsToJudgeAnew,
  samplesOf,
  writeJudgements,
} from "./repository.entry";
import type { ChangeKept } from "./repository.history";

type Payload = Record<string, string>;

/** Birth date or sex were corrected: everything of the patient that still stands is looked at (R6a). */
export async function judgePatientAnew(context: LabContext, { patientId = "" }: Payload): Promise<void> {
  const { db, actor } = context;
  await judgeAnew(context, await samplesOf(db, actor.laboratory.id, { patientId }));
}

/** The pregnancy status was corrected (R6a). */
export async function judgeOrderAnew(context: LabContext, { orderId = "" }: Payload): Promise<void> {
  const { db, actor } = context;
  await judgeAnew(context, await samplesOf(db, actor.laboratory.id, { orderId }));
}

/** The time of collection was corrected, and with it the age at collection (R6a). */
export async function judgeSampleAnew(context: LabContext, { sampleId = "" }: Payload): Promise<void> {
  await judgeAnew(context, [sampleId]);
}

/**
 * Judges what is not released anew and keeps what it was; notes of what is released whether it would be flagged
 * otherwise, for somebody to amend. Values are never touched.
 */
async function judgeAnew(context: LabContext, sampleIds: readonly string[]): Promise<void> {
  const { db, actor, now, emit } = context;
  if (sampleIds.length === 0) return;
  const laboratoryId = actor.laboratory.id;
  const samples = await lockSampleFacts(db, laboratoryId, sampleIds);
  const results = await resultsToJudgeAnew(db, laboratoryId, sampleIds);
  const analytes = await analytesForJudging(
    db,
    laboratoryId,
    results.map(({ analyteId }) => analyteId),
  );

  const judged = results.flatMap((result) => {
    const sample = samples.get(result.sampleId);
    const after = sample && judgeStored(result, analytes, subjectOf(sample, actor.laboratory.timeZone));
    return after ? [{ result, after, isOther: judgesDifferently(result, after) }] : [];
  });
  const unreleased = judged.filter(({ result, isOther }) => result.state !== "released" && isOther);
  // Told once: a further correction that changes nothing says nothing, one that turns it back says so.
  const released = judged.filter(
    ({ result, isOther }) =>
      result.state === "released" && !result.isSuperseded && (isOther || result.toldWouldChange),
  );

  const by = { memberId: actor.member?.id ?? null, name: actor.name, at: now };
  await keepChanges(db, laboratoryId, by, [
    ...unreleased.map(({ result, after }) => noted("judged_anew", result, after)),
    ...released.map(({ result, after, isOther }) =>
      noted(isOther ? "would_change" : "would_not_change", result, after),
    ),
  ]);
  await writeJudgements(
    db,
    laboratoryId,
    now,
    unreleased.map(({ result, after }) => ({ ...after, id: result.id })),
  );
  for (const { result, isOther } of released) {
    if (isOther) emit(resultWouldChange({ resultId: result.id, orderId: result.orderId }));
  }
}

/** Null for what today's limits cannot judge: they are in another unit than the value. */
function judgeStored(
  result: ResultToJudge,
  analytes: ReadonlyMap<string, JudgedAnalyte>,
  subject: ReturnType<typeof subjectOf>,
): Judgement | null {
  const analyte = analytes.get(result.analyteId);
  if (!analyte || analyte.unit !== result.unit) return null;
  return judgeValue(analyte, subject, storedValue(result));
}

function noted(what: ChangeKept["what"], result: ResultToJudge, after: Judgement): ChangeKept {
  return {
    resultId: result.id,
    what,
    before: { flag: result.flag, interval: intervalWords(result.interval) },
    after: { flag: after.flag, interval: intervalWords(after.interval) },
  };
}
