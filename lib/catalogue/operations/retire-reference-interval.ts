import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { findAnalyte } from "../repository.find";
import { endInterval } from "../repository.intervals";
import { updateAnalyte } from "../repository.items";

export const retireReferenceInterval = operation({
  id: "reference-intervals.retire",
  http: "DELETE /analytes/{analyteId}/reference-intervals/{intervalId}",
  summary: "Take a reference interval out of use; results that were judged by it keep it.",
  scope: "laboratory",
  permission: "catalogue:manage",
  limit: "write",
  audit: "analyte.interval_retired",
  input: { params: z.strictObject({ analyteId: Id, intervalId: Id }) },
  output: z.undefined(),
  fails: ["not_found", "conflict"],
  ifMatch: "optional",
  async run({ db, actor, now, ifMatch, about }, { params }) {
    const analyte = await findAnalyte(db, actor.laboratory.id, params.analyteId);
    checkVersion(analyte.version, ifMatch);
    await endInterval(db, actor.laboratory.id, params, now);
    await updateAnalyte(db, analyte, now);
    about({ recordId: analyte.id, details: { code: analyte.code, intervalId: params.intervalId } });
    return undefined;
  },
});
