import "server-only";
import { follow } from "@/lib/core/lifecycle";
import { type LabContext, operation } from "@/lib/infra/operation";
import { sampleRejected } from "../events";
import { sampleLifecycle } from "../lifecycle";
import { presentSample } from "../presenter";
import { changeSamples, openRecollections, type SampleChange, workOfSamples } from "../repository";
import { findSample } from "../repository.find";
import {
  type ItemOutcome,
  RejectedSample,
  Rejection,
  rejectReasons,
  type SampleItem,
  SampleRef,
} from "../schema";
import { actOnEach, actOnOne, type Granted } from "./act-on-each";

export const rejectSample = operation({
  id: "samples.reject",
  http: "POST /samples/{sampleId}/reject",
  summary: "Reject a sample and ask for another.",
  description:
    "Its unreleased results are replaced by new ones that wait on a recollection linked to it. What was released stays as it is: the answer names it, to be amended or withdrawn.",
  scope: "laboratory",
  permission: "sample:reject",
  limit: "write",
  audit: "sample.rejected",
  input: { params: SampleRef, body: Rejection },
  output: RejectedSample,
  fails: ["not_found", "illegal_move", "precondition_failed", "validation_failed"],
  ifMatch: "optional",
  async run(context, { params: { sampleId }, body }) {
    const { db, actor } = context;
    const laboratoryId = actor.laboratory.id;
    await actOnOne(context, sampleId, body, rejectSamples);
    const sample = presentSample(await findSample(db, laboratoryId, sampleId));
    const recollection = sample.recollectionId
      ? presentSample(await findSample(db, laboratoryId, sample.recollectionId))
      : null;
    const [work] = await workOfSamples(db, laboratoryId, [sampleId]);
    const needAttention = work?.released ?? [];
    return { ...sample, recollection, needAttention, advice: adviceOn(needAttention) };
  },
});

export async function rejectSamples(
  context: LabContext,
  items: readonly SampleItem<Rejection>[],
): Promise<ItemOutcome[]> {
  const { actor, now } = context;
  return await actOnEach(
    context,
    items,
    (sample, { reasonCode, note }): SampleChange["set"] => ({
      state: follow(sampleLifecycle, sample.state, "reject"),
      rejectedAt: now,
      rejectedById: actor.member?.id ?? null,
      rejectReasonCode: reasonCode,
      rejectNote: note ?? null,
    }),
    (granted) => rejectGranted(context, granted),
  );
}

async function rejectGranted(
  { db, actor, now, about, emit }: LabContext,
  granted: readonly Granted<Rejection, SampleChange["set"]>[],
): Promise<void> {
  const laboratoryId = actor.laboratory.id;
  await changeSamples(
    db,
    laboratoryId,
    granted.map(({ sample, verdict }) => ({ id: sample.id, set: verdict })),
    now,
  );
  const works = await workOfSamples(
    db,
    laboratoryId,
    granted.map(({ sample }) => sample.id),
  );
  const workOf = new Map(works.map((work) => [work.sampleId, work]));
  const recollections = await openRecollections(
    db,
    laboratoryId,
    granted.flatMap(({ item, sample }) => {
      const work = workOf.get(sample.id);
      return work && work.unreleased.length > 0 ? [{ sample, work, why: whyOf(item.body) }] : [];
    }),
    now,
  );
  for (const { item, sample } of granted) {
    const work = workOf.get(sample.id);
    const recollectionId = recollections.get(sample.id) ?? "";
    about({
      recordId: sample.id,
      orderId: sample.orderId,
      patientId: sample.patientId,
      details: {
        state: [sample.state, "rejected"],
        ...item.body,
        recollectionId,
        replacedResults: work?.unreleased ?? [],
        releasedResults: work?.released.map(({ id }) => id) ?? [],
      },
    });
    emit(sampleRejected({ sampleId: sample.id, recollectionId }));
  }
}

function whyOf({ reasonCode, note }: Rejection): string {
  const reason = rejectReasons[reasonCode].toLowerCase();
  const said = reasonCode === "other" ? note : [reason, note].filter(Boolean).join(": ");
  return `Sample rejected: ${said ?? reason}`;
}

function adviceOn(released: readonly { analyteName: string }[]): string | null {
  if (released.length === 0) return null;
  const names = released.map(({ analyteName }) => analyteName).join(", ");
  return `Released from this sample before: ${names}. Have them amended, or the report withdrawn, if the sample was wrong for them.`;
}
