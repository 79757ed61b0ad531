import "server-only";
import { z } from "zod";
import { Id, newId } from "@/lib/core/ids";
import { invalidField, Problem } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { clashingInterval, intervalInWords, refuseRetired } from "../policy";
import { ageColumns, presentInterval } from "../presenter";
import { sampleTypeId } from "../repository.codes";
import { findAnalyte } from "../repository.find";
import { insertInterval, livingIntervals } from "../repository.intervals";
import { updateAnalyte } from "../repository.items";
import { NewInterval, ReferenceInterval } from "../schema.intervals";

export const addReferenceInterval = operation({
  id: "reference-intervals.add",
  http: "POST /analytes/{analyteId}/reference-intervals",
  summary: "Add a reference interval; results that were judged keep theirs.",
  description:
    "For one person at most one interval may apply: one that overlaps another is refused (409 `conflict`), naming it. `If-Match` takes the analyte's version.",
  scope: "laboratory",
  permission: "catalogue:manage",
  limit: "write",
  audit: "analyte.interval_added",
  input: { params: z.strictObject({ analyteId: Id }), body: NewInterval },
  output: ReferenceInterval,
  fails: ["not_found", "illegal_move", "conflict", "validation_failed"],
  status: 201,
  location: (interval) => `/analytes/${interval.analyteId}/reference-intervals`,
  ifMatch: "optional",
  async run({ db, actor, now, ifMatch, about }, { params, body }) {
    const laboratoryId = actor.laboratory.id;
    const analyte = await findAnalyte(db, laboratoryId, params.analyteId);
    checkVersion(analyte.version, ifMatch);
    refuseRetired("analyte", analyte);
    const { ageFrom, ageTo, source, sex = null, pregnant = null, text = null } = body;
    const { sampleType = null, low = null, high = null } = body;
    if (analyte.kind !== "numeric" && (low ?? high)) {
      throw invalidField("low", "Only a numeric analyte has limits. Give a text.");
    }
    if (sampleType !== null) await sampleTypeId(db, laboratoryId, sampleType);
    // Before reading the others: the analyte's row is held from here on, so nobody adds a clash meanwhile.
    await updateAnalyte(db, analyte, now);
    const living = (await livingIntervals(db, laboratoryId, analyte.id)).map(presentInterval);
    const clash = clashingInterval(living, body);
    if (clash) {
      throw new Problem(
        "conflict",
        `This overlaps the interval for ${intervalInWords(clash)}. Change or remove that one first.`,
        { members: { clashesWith: clash.id } },
      );
    }
    const row = await insertInterval(db, {
      ...{ laboratoryId, id: newId(), analyteId: analyte.id, createdAt: now, updatedAt: now },
      ...{ sex, pregnant, sampleType, low, high, text },
      ...ageColumns(ageFrom, ageTo),
      ...(source && { source }),
    });
    about({ recordId: analyte.id, details: { code: analyte.code, interval: body, intervalId: row.id } });
    return presentInterval(row);
  },
});
