import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notAudited, operation } from "@/lib/infra/operation";
import { gapsBetween } from "../policy";
import { presentInterval } from "../presenter";
import { findAnalyte } from "../repository.find";
import { livingIntervals } from "../repository.intervals";
import { ReferenceInterval } from "../schema.intervals";

export const listReferenceIntervals = operation({
  id: "reference-intervals.list",
  http: "GET /analytes/{analyteId}/reference-intervals",
  summary: "List the reference intervals of an analyte, and whom none of them is for.",
  description: "`version` is the analyte's: it counts every change of the analyte, its intervals and limits.",
  scope: "laboratory",
  permission: "catalogue:read",
  limit: "read",
  audit: notAudited("The catalogue holds nothing about patients."),
  input: { params: z.strictObject({ analyteId: Id }) },
  output: z.object({
    data: z.array(ReferenceInterval),
    gaps: z.array(z.string()).meta({ example: ["No interval for males below 18 years."] }),
    version: z.int(),
  }),
  fails: ["not_found"],
  async run({ db, actor }, { params }) {
    const { version } = await findAnalyte(db, actor.laboratory.id, params.analyteId);
    const rows = await livingIntervals(db, actor.laboratory.id, params.analyteId);
    const data = rows.map(presentInterval);
    return { data, gaps: gapsBetween(data), version };
  },
});
