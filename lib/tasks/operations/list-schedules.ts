import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { presentSchedule } from "../presenter";
import { findSchedules } from "../repository.schedules";
import { Schedule, ScheduleSort } from "../schema";

export const listSchedules = operation({
  id: "schedules.list",
  http: "GET /operator/schedules",
  summary: "List what runs by itself: when it ran last, when it runs next, whether it is paused.",
  scope: "platform",
  permission: openTo("operator", "No data of anybody's."),
  limit: "read",
  audit: notAudited("No data of anybody's."),
  input: { query: z.strictObject({ sort: ScheduleSort.default("name") }) },
  output: z.object({ data: z.array(Schedule) }),
  fails: ["malformed_request"],
  run: async ({ db }, { query }) => ({ data: (await findSchedules(db, query.sort)).map(presentSchedule) }),
});
