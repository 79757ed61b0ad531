import "server-only";
import { analytesForJudging, type JudgedAnalyte } from "@/lib/catalogue/repository";
import type { Subject } from "@/lib/core/interval";
import { invalidFields, notFound, Problem } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { type LabContext, operation } from "@/lib/infra/operation";
import { type SampleItem, SampleRef } from "@/lib/samples/schema";
import { judgeValue, readValue, subjectOf } from "../judgement";
import { whyNotEnter } from "../policy";
import { presentEntered } from "../presenter";
import { keepChanges } from "../repository";
import {
  type LivingResult,
  livingResults,
  lockSampleFacts,
  type SampleFacts,
  writeEntries,
} from "../repository.entry";
import { EnteredResults, EnterResults, type ResultEntry } from "../schema";
import { settle } from "../settle";

export const enterResults = operation({
  id: "results.enter",
  http: "POST /samples/{sampleId}/enter-results",
  summary: "Enter or correct the values of a sample, all or none.",
  description:
    "Each value is judged at once by what applies to the patient at collection, and keeps what it was judged by. Entering a value again while it is not verified corrects it; what it was stays in its history.",
  scope: "laboratory",
  permission: "result:enter",
  limit: "write",
  audit: "sample.results_entered",
  input: { params: SampleRef, body: EnterResults },
  output: EnteredResults,
  fails: ["not_found", "validation_failed", "illegal_move", "precondition_failed", "conflict"],
  ifMatch: "optional",
  async run(context, { params: { sampleId }, body }) {
    const version = context.ifMatch ?? undefined;
    const [outcome] = await enterOnSamples(context, [{ sampleId, version, body }]);
    if (!outcome) throw notFound();
    if (outcome.problem) throw outcome.problem;
    return { sampleId, results: outcome.results };
  },
});

export type EntryOutcome =
  | { sampleId: string; problem: Problem; results?: undefined }
  | { sampleId: string; problem: null; results: EnteredResults["results"] };

/** Enters values on samples, each sample all or none by itself, however many of them in the same few statements. */
export async function enterOnSamples(
  context: LabContext,
  items: readonly SampleItem<EnterResults>[],
): Promise<EntryOutcome[]> {
  const { db, actor, now, about } = context;
  const laboratoryId = actor.laboratory.id;
  const by = context.member();
  const sampleIds = items.map((item) => item.sampleId);
  const samples = await lockSampleFacts(db, laboratoryId, sampleIds);
  const living = await livingResults(db, laboratoryId, sampleIds, ["pending", "entered"]);
  const bySample = new Map<string, LivingResult[]>(sampleIds.map((id) => [id, []]));
  for (const result of living) bySample.get(result.sampleId)?.push(result);
  const analytes = await analytesForJudging(
    db,
    laboratoryId,
    living.map((result) => result.analyteId),
  );

  const planned = items.map((item): { item: typeof item; plan: Plan | Problem } => {
    const sample = samples.get(item.sampleId);
    if (!sample) return { item, plan: notFound() };
    const subject = subjectOf(sample, actor.laboratory.timeZone);
    const bench = { sample, subject, analytes, living: bySample.get(sample.id) ?? [], by, now };
    return { item, plan: planEntries(bench, item) };
  });
  const plans = planned.flatMap(({ plan }) => (plan instanceof Problem ? [] : [plan]));
  const writes = plans.flatMap((plan) => plan.lines.filter((line) => line.isChanged));

  await keepChanges(
    db,
    laboratoryId,
    { memberId: by.id, name: by.name, at: now },
    writes.flatMap(({ before, after }) =>
      before.state === "entered"
        ? [{ resultId: before.id, what: "corrected" as const, before: toldOf(before), after: toldOf(after) }]
        : [],
    ),
  );
  await writeEntries(
    db,
    laboratoryId,
    now,
    writes.map(({ written }) => written),
  );
  await settle(context, plans);

  return planned.map(({ item: { sampleId }, plan }) => {
    if (plan instanceof Problem) return { sampleId, problem: plan };
    about({
      recordId: sampleId,
      orderId: plan.orderId,
      patientId: plan.patientId,
      details: { results: plan.lines.filter((line) => line.isChanged).map(auditedChange) },
    });
    return { sampleId, problem: null, results: plan.lines.map((line) => presentEntered(line.after)) };
  });
}

type Bench = {
  sample: SampleFacts;
  subject: Subject;
  analytes: Map<string, JudgedAnalyte>;
  living: LivingResult[];
  by: { id: string; name: string };
  now: Date;
};

type Line = {
  isChanged: boolean;
  before: LivingResult;
  after: LivingResult;
  written: Parameters<typeof writeEntries>[3][number];
};

type Plan = { sampleId: string; orderId: string; patientId: string; lines: Line[] };

/** What entering does to one sample, or why nothing of it is done. */
function planEntries(bench: Bench, { version, body }: SampleItem<EnterResults>): Plan | Problem {
  const { sample, living } = bench;
  try {
    checkVersion(sample.version, version ?? null);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  const refused = whyNotEnter(sample.state);
  if (refused) return new Problem("illegal_move", refused);

  const byCode = new Map(living.map((result) => [result.analyteCode, result]));
  const errors: Record<string, string[]> = {};
  const conflicts: LivingResult[] = [];
  const lines: Line[] = [];
  const seen = new Set<string>();
  body.results.forEach((entry, place) => {
    const at = `results.${place}`;
    const result = byCode.get(entry.analyteCode);
    const analyte = result && bench.analytes.get(result.analyteId);
    if (!result || !analyte) {
      errors[`${at}.analyteCode`] = [
        `Nothing of this sample waits for a value of ${entry.analyteCode}. Look whether it is verified or cancelled.`,
      ];
      return;
    }
    if (seen.has(result.id)) {
      errors[`${at}.analyteCode`] = [`${result.analyteName} is named twice.`];
      return;
    }
    seen.add(result.id);
    if (entry.version !== undefined && entry.version !== result.version) conflicts.push(result);
    const read = readValue(analyte, entry);
    if (read.ok) lines.push(planLine(bench, result, analyte, entry, read));
    else errors[`${at}.${read.field}`] = [read.reason];
  });
  if (Object.keys(errors).length > 0) return invalidFields(errors);
  if (conflicts.length > 0) return conflict(conflicts);
  return { sampleId: sample.id, orderId: sample.orderId, patientId: sample.patientId, lines };
}

function planLine(
  { subject, by, now }: Bench,
  before: LivingResult,
  analyte: JudgedAnalyte,
  entry: ResultEntry,
  read: Extract<ReturnType<typeof readValue>, { ok: true }>,
): Line {
  const isSameValue = before.value === read.value;
  // A mark on a text stays with the text it was put on.
  const keepsMark = analyte.kind === "text" && isSameValue && entry.abnormal === undefined;
  const abnormal = keepsMark ? before.abnormal : read.abnormal;
  const judged = keepsMark ? { kind: "text" as const, abnormal: abnormal ?? undefined } : read.judged;
  const comment = entry.comment === undefined ? before.comment : entry.comment;
  const commentForReport =
    entry.commentForReport === undefined ? before.commentForReport : entry.commentForReport;
  // What leaves the laboratory. An internal comment is no change of the result: it makes nobody its author (R15).
  const isNewResult =
    before.state === "pending" ||
    !isSameValue ||
    abnormal !== before.abnormal ||
    commentForReport !== before.commentForReport;
  const isChanged = isNewResult || comment !== before.comment;
  const judgement = judgeValue(analyte, subject, judged);
  const author = isNewResult
    ? { enteredById: by.id, enteredByName: by.name, enteredAt: now }
    : { enteredById: before.enteredById, enteredByName: before.enteredByName, enteredAt: before.enteredAt };
  const written = {
    id: before.id,
    value: read.value,
    abnormal,
    comment,
    commentForReport,
    ...judgement,
    ...author,
  };
  const after: LivingResult = isChanged
    ? { ...before, ...written, state: "entered", version: before.version + 1 }
    : before;
  return { isChanged, before, after, written };
}

/** Somebody else's values, beside the ones that were not taken. */
function conflict(results: readonly LivingResult[]): Problem {
  const names = results.map((result) => result.analyteName).join(", ");
  return new Problem(
    "precondition_failed",
    `Somebody changed ${names} since you looked. Compare the two values, then take one.`,
    { members: { conflicts: results.map(presentEntered) } },
  );
}

function toldOf({
  value,
  abnormal,
  flag,
  unit,
  comment,
  commentForReport,
  enteredById,
  enteredAt,
}: LivingResult) {
  return { value, abnormal, flag, unit, comment, commentForReport, enteredById, enteredAt };
}

/** What changed, old and new; of free text only that it did (R25). */
function auditedChange({ before, after }: Line) {
  const told = (value: string | null) => (before.kind === "text" ? undefined : value);
  return {
    resultId: after.id,
    analyteCode: after.analyteCode,
    value: told(after.value),
    flag: after.flag,
    ...(before.state === "entered" && { was: told(before.value) }),
  };
}
