import "server-only";
import { newId } from "@/lib/core/ids";
import { askedEvent } from "@/lib/infra/background/card";
import { openTo, operation } from "@/lib/infra/operation";
import { presentSchedule } from "../presenter";
import { announceFor } from "../repository.outbox";
import { changeSchedule, lockSchedule } from "../repository.schedules";
import { Schedule, ScheduleRef } from "../schema";

export const runScheduleNow = operation({
  id: "schedules.runNow",
  http: "POST /operator/schedules/{functionId}/run",
  summary: "Run a schedule now, also while it is paused. Its next turn stays as it is.",
  scope: "platform",
  permission: openTo("operator", "It does what is done by itself anyway."),
  limit: "write",
  audit: "schedule.run",
  input: { params: ScheduleRef },
  output: Schedule,
  status: 202,
  fails: ["not_found"],
  async run({ db, now, about }, { params: { functionId } }) {
    await lockSchedule(db, functionId);
    const taskId = newId();
    await announceFor(db, now, null, askedEvent(functionId), { taskId });
    await changeSchedule(db, functionId, { lastRunAt: now, lastTaskId: taskId });
    about({ recordId: functionId, details: { taskId } });
    return presentSchedule(await lockSchedule(db, functionId));
  },
});
