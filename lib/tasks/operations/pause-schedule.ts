import "server-only";
import { Problem } from "@/lib/core/problem";
import { openTo, operation } from "@/lib/infra/operation";
import { presentSchedule } from "../presenter";
import { changeSchedule, lockSchedule } from "../repository.schedules";
import { Schedule, ScheduleRef } from "../schema";

export const pauseSchedule = operation({
  id: "schedules.pause",
  http: "POST /operator/schedules/{functionId}/pause",
  summary: "Pause a schedule. A task of its that is at work goes on.",
  scope: "platform",
  permission: openTo("operator", "Who runs the installation answers for its work."),
  limit: "write",
  audit: "schedule.paused",
  input: { params: ScheduleRef },
  output: Schedule,
  fails: ["not_found", "illegal_move"],
  async run({ db, actor, now, about }, { params: { functionId } }) {
    const { pausedAt } = await lockSchedule(db, functionId);
    if (pausedAt) throw new Problem("illegal_move", "This schedule is paused already.");
    await changeSchedule(db, functionId, { pausedAt: now, pausedById: actor.account?.id ?? null });
    about({ recordId: functionId });
    return presentSchedule(await lockSchedule(db, functionId));
  },
});
