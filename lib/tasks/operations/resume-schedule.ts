import "server-only";
import { nextAfter } from "@/lib/core/cron";
import { Problem } from "@/lib/core/problem";
import { openTo, operation } from "@/lib/infra/operation";
import { presentSchedule } from "../presenter";
import { changeSchedule, lockSchedule } from "../repository.schedules";
import { Schedule, ScheduleRef } from "../schema";

export const resumeSchedule = operation({
  id: "schedules.resume",
  http: "POST /operator/schedules/{functionId}/resume",
  summary: "Let a paused schedule go on, from its next turn.",
  scope: "platform",
  permission: openTo("operator", "Who runs the installation answers for its work."),
  limit: "write",
  audit: "schedule.resumed",
  input: { params: ScheduleRef },
  output: Schedule,
  fails: ["not_found", "illegal_move"],
  async run({ db, now, about }, { params: { functionId } }) {
    const { pausedAt, cron } = await lockSchedule(db, functionId);
    if (!pausedAt) throw new Problem("illegal_move", "This schedule is not paused.");
    await changeSchedule(db, functionId, {
      pausedAt: null,
      pausedById: null,
      nextRunAt: nextAfter(cron, now),
    });
    about({ recordId: functionId });
    return presentSchedule(await lockSchedule(db, functionId));
  },
});
