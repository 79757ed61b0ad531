import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { removeDayOld } from "../repository.upkeep";

export const tidyLaboratory = operation({
  id: "tasks.tidyLaboratory",
  http: "page",
  summary: "Remove a laboratory's exports and remembered answers that are a day old.",
  scope: "laboratory",
  permission: openTo("operator", "Background work only: nobody is both at the root and in a laboratory."),
  limit: "write",
  audit: notAudited("What is removed is a copy, and was promised for a day."),
  input: {},
  output: z.object({ removed: z.int() }),
  fails: [],
  run: async ({ db, actor, now }) => ({ removed: await removeDayOld(db, actor.laboratory.id, now) }),
});
