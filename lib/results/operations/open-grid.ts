import "server-only";
import { z } from "zod";
import { analytesForJudging } from "@/lib/catalogue/repository";
import { formatAge } from "@/lib/core/age";
import { notFound } from "@/lib/core/problem";
import { operation } from "@/lib/infra/operation";
import { presentPatient } from "@/lib/orders/presenter";
import { rejectReasons, SampleRef } from "@/lib/samples/schema";
import { presentGridLines, roundOf } from "../grid";
import { subjectOf } from "../judgement";
import { whyNotEnter } from "../policy";
import { resultsOfSample } from "../repository.find";
import { findGridHead, type GridHead, openCallsAmong, previousValues } from "../repository.grid";
import { nextOnRound } from "../repository.worklists";
import { Grid, GridRound } from "../schema.queues";

const Query = z.strictObject(GridRound.partial().shape);

export const openGrid = operation({
  id: "results.grid",
  http: "page",
  summary: "Show all lines of one sample, to enter, verify and read.",
  scope: "laboratory",
  permission: "result:read",
  limit: "read",
  audit: "sample.results_opened",
  input: { params: SampleRef, query: Query },
  output: Grid,
  fails: ["not_found", "malformed_request"],
  async run({ db, actor, about }, { params: { sampleId }, query }) {
    const laboratoryId = actor.laboratory.id;
    const head = await findGridHead(db, laboratoryId, sampleId);
    if (!head) throw notFound();
    const results = await resultsOfSample(db, laboratoryId, sampleId);
    const ids = results.map(({ id }) => id);
    const subject = subjectOf(head, actor.laboratory.timeZone);
    const groups = presentGridLines({
      actor,
      subject,
      results,
      sampleState: head.sampleState,
      analytes: await analytesForJudging(
        db,
        laboratoryId,
        results.map(({ analyteId }) => analyteId),
      ),
      previous: await previousValues(db, laboratoryId, ids),
      openCalls: await openCallsAmong(db, laboratoryId, ids),
    });
    const own = roundOf(results, actor);
    const round = { section: query.section ?? own.section, state: query.state ?? own.state };
    const isOthers = round.state === "entered" && !actor.laboratory.allowsSelfVerification;
    const notEnteredBy = isOthers ? (actor.member?.id ?? null) : null;
    about({ recordId: sampleId, orderId: head.orderId, patientId: head.patientId });
    const open = results.filter(
      ({ state }) => state === "pending" || state === "entered" || state === "verified",
    );
    const due = open.map(({ dueAt }) => dueAt.getTime());
    return {
      ...presentHead(head),
      sample: {
        ...presentSample(head),
        age: formatAge(subject.age),
        dueAt: due.length > 0 ? new Date(Math.min(...due)).toISOString() : null,
      },
      whyNotEnter: whyNotEnter(head.sampleState),
      round,
      next: await nextOnRound(db, laboratoryId, sampleId, { ...round, notEnteredBy }),
      groups,
    };
  },
});

function presentHead(head: GridHead) {
  const {
    orderId: id,
    accessionNumber,
    orderState: state,
    priority,
    fasting,
    pregnant,
    clinicalNotes,
  } = head;
  return {
    patient: presentPatient(head),
    order: {
      ...{ id, accessionNumber, state, priority, fasting, pregnant, clinicalNotes },
      requester: head.requester,
      placedAt: head.placedAt.toISOString(),
    },
    otherSamples: head.others.map(({ rejectReasonCode, ...other }) => ({
      ...other,
      rejectReason: rejectReason(rejectReasonCode),
    })),
  };
}

function presentSample(head: GridHead) {
  const {
    sampleId: id,
    version,
    barcode,
    sampleState: state,
    sampleTypeName,
    container,
    cap,
    condition,
  } = head;
  return {
    ...{ id, version, barcode, state, sampleTypeName, container, cap, condition },
    collectedAt: head.collectedAt?.toISOString() ?? null,
    collectionNotRecorded: head.collectionNotRecorded,
    accessionedAt: head.accessionedAt?.toISOString() ?? null,
  };
}

function rejectReason(code: string | null): string | null {
  if (code === null) return null;
  return code in rejectReasons ? rejectReasons[code as keyof typeof rejectReasons] : code;
}
