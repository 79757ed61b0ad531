import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notAudited, operation } from "@/lib/infra/operation";
import { presentAnalyte } from "../presenter";
import { findAnalyte } from "../repository.find";
import { CriticalLimits } from "../schema";

export const readCriticalLimits = operation({
  id: "critical-limits.read",
  http: "GET /analytes/{analyteId}/critical-limits",
  summary: "Read the critical limits of an analyte.",
  description: "`version` is the analyte's: it counts every change of the analyte, its intervals and limits.",
  scope: "laboratory",
  permission: "catalogue:read",
  limit: "read",
  audit: notAudited("The catalogue holds nothing about patients."),
  input: { params: z.strictObject({ analyteId: Id }) },
  output: CriticalLimits,
  fails: ["not_found"],
  async run({ db, actor }, { params }) {
    const { criticalLimits, version } = presentAnalyte(
      await findAnalyte(db, actor.laboratory.id, params.analyteId),
    );
    return { limits: criticalLimits, version };
  },
});
