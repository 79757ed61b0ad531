import "server-only";
import { z } from "zod";
import { readCheckCode } from "@/lib/core/check-code";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { standingOf } from "../policy";
import { findByCheckCode } from "../repository.find";
import { ReportCheck } from "../schema";

export const checkReport = operation({
  id: "reports.check",
  http: "GET /report-checks/{checkCode}",
  summary: "Say whether a printed report is genuine and current.",
  description: "Spaces, hyphens and small letters do not matter, nor O for 0, I or L for 1.",
  scope: "laboratory",
  permission: openTo(
    "anyone",
    "It says that a report is genuine and current, and nothing about the patient.",
  ),
  limit: "public",
  audit: notAudited("Anyone who holds a report may ask, and learns nothing of the patient."),
  input: { params: z.strictObject({ checkCode: z.string().max(100) }) },
  output: ReportCheck,
  fails: [],
  async run({ db, actor }, { params }) {
    const code = readCheckCode(params.checkCode);
    const report = code === null ? null : await findByCheckCode(db, actor.laboratory.id, code);
    if (!report) return { result: "unknown" as const };
    return {
      result: standingOf(report),
      version: report.number,
      ...(report.supersededBy !== null && { supersededBy: report.supersededBy }),
    };
  },
});
