import "server-only";
import { z } from "zod";
import { Id, newId } from "@/lib/core/ids";
import { invalidField } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { clashingLimit, refuseRetired } from "../policy";
import { ageColumns, presentAnalyte } from "../presenter";
import { findAnalyte } from "../repository.find";
import { replaceLimits } from "../repository.intervals";
import { updateAnalyte } from "../repository.items";
import { CriticalLimits } from "../schema";
import { CriticalLimit } from "../schema.intervals";

export const setCriticalLimits = operation({
  id: "critical-limits.set",
  http: "PUT /analytes/{analyteId}/critical-limits",
  summary: "Put a set of critical limits in place of those there are; results that were judged keep theirs.",
  scope: "laboratory",
  permission: "catalogue:manage",
  limit: "write",
  audit: "analyte.limits_set",
  input: {
    params: z.strictObject({ analyteId: Id }),
    body: z
      .strictObject({ limits: z.array(CriticalLimit).max(20) })
      .meta({ example: { limits: [{ low: "2.5", high: "6.2" }] } }),
  },
  output: CriticalLimits,
  fails: ["not_found", "illegal_move", "conflict", "validation_failed"],
  ifMatch: "required",
  async run({ db, actor, now, ifMatch, about }, { params, body }) {
    const laboratoryId = actor.laboratory.id;
    const row = await findAnalyte(db, laboratoryId, params.analyteId);
    checkVersion(row.version, ifMatch);
    refuseRetired("analyte", row);
    if (row.kind !== "numeric" && body.limits.length > 0) {
      throw invalidField("limits", "Only a numeric analyte has critical limits.");
    }
    const clash = clashingLimit(body.limits);
    if (clash >= 0) throw invalidField(`limits.${clash}`, "Another limit of this set covers the same ages.");
    await updateAnalyte(db, row, now);
    const limits = body.limits.map(({ ageFrom, ageTo, low = null, high = null, source }) => ({
      ...{ id: newId(), low, high, ...ageColumns(ageFrom, ageTo) },
      ...(source && { source }),
    }));
    await replaceLimits(db, laboratoryId, row.id, limits, now);
    const before = presentAnalyte(row);
    about({ recordId: row.id, details: { code: row.code, from: before.criticalLimits, to: body.limits } });
    const { criticalLimits, version } = presentAnalyte(await findAnalyte(db, laboratoryId, row.id));
    return { limits: criticalLimits, version };
  },
});
