import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { removeWhatIsOver } from "../repository.upkeep";

const rowsMax = 2000;

export const cleanUp = operation({
  id: "tasks.cleanUp",
  http: "page",
  summary: "Remove rows that have been over for long: codes, links, registrations, counts, finished tasks.",
  scope: "platform",
  permission: openTo("operator", "It removes what can no longer be used."),
  limit: "write",
  audit: notAudited("What is removed was over; nobody could use it any more."),
  input: {},
  output: z.object({ removed: z.int(), hasMore: z.boolean() }),
  fails: [],
  run: ({ db, now }) => removeWhatIsOver(db, now, rowsMax),
});
