"use server";

import { action } from "@/lib/api/action";
import { actOnTasks } from "@/lib/operator/operations/act-on-tasks";
import { pauseSchedule } from "@/lib/tasks/operations/pause-schedule";
import { resumeSchedule } from "@/lib/tasks/operations/resume-schedule";
import { runScheduleNow } from "@/lib/tasks/operations/run-schedule-now";

export const act = action(actOnTasks);
export const pause = action(pauseSchedule);
export const resume = action(resumeSchedule);
export const runNow = action(runScheduleNow);
