import "server-only";
import { z } from "zod";
import { changesOf } from "@/lib/core/changes";
import { given } from "@/lib/core/given";
import { Id } from "@/lib/core/ids";
import { invalidField, Problem } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { refuseRetired, whyUnitStays } from "../policy";
import { presentAnalyte } from "../presenter";
import { findAnalyte } from "../repository.find";
import { livingIntervals } from "../repository.intervals";
import { updateAnalyte } from "../repository.items";
import { Analyte, AnalyteChange, choicesProblem } from "../schema";

export const changeAnalyte = operation({
  id: "analytes.change",
  http: "PATCH /analytes/{analyteId}",
  summary: "Change an analyte; results that were judged keep what they were judged by.",
  description:
    "The unit cannot change while reference intervals or critical limits are given in it (409 `conflict`).",
  scope: "laboratory",
  permission: "catalogue:manage",
  limit: "write",
  audit: "analyte.changed",
  input: { params: z.strictObject({ analyteId: Id }), body: AnalyteChange },
  output: Analyte,
  fails: ["not_found", "illegal_move", "conflict", "validation_failed"],
  ifMatch: "required",
  async run({ db, actor, now, ifMatch, about }, { params, body }) {
    const laboratoryId = actor.laboratory.id;
    const row = await findAnalyte(db, laboratoryId, params.analyteId);
    checkVersion(row.version, ifMatch);
    refuseRetired("analyte", row);
    const choicesWrong = body.choices && choicesProblem(row.kind, body.choices);
    if (choicesWrong) throw invalidField("choices", choicesWrong);
    if (body.unit !== undefined && body.unit !== row.unit) {
      const intervals = await livingIntervals(db, laboratoryId, row.id);
      const why = whyUnitStays(
        { intervals: intervals.filter(({ low, high }) => low ?? high).length, limits: row.limits.length },
        row.unit,
      );
      if (why) throw new Problem("conflict", why);
    }
    const { group, ...plain } = body;
    await updateAnalyte(db, row, now, given({ ...plain, groupName: group }));
    about({ recordId: row.id, details: { code: row.code, changed: changesOf(presentAnalyte(row), body) } });
    return presentAnalyte(await findAnalyte(db, laboratoryId, row.id));
  },
});
