import { tidyLaboratory as tidyRows } from "@/lib/tasks/operations/tidy-laboratory";
import { background } from "../background";

export const tidyLaboratory = background(
  {
    id: "tidy-laboratory",
    summary: "Remove a laboratory's exports and remembered answers that are over.",
    queue: "upkeep",
    on: ["laboratory.day_began"],
    retries: 3,
    timeLimitSeconds: 600,
    atOnce: { count: 1, each: "laboratory" },
  },
  ({ laboratoryId, step }) => step.job("tidy", tidyRows, laboratoryId),
);
