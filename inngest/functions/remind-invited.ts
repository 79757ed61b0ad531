import { remindInvited as remindThem } from "@/lib/laboratories/operations/remind-invited";
import { background } from "../background";

export const remindInvited = background(
  {
    id: "remind-invited",
    summary: "Remind people whose invitation to a laboratory ends tomorrow.",
    queue: "upkeep",
    on: ["laboratory.day_began"],
    retries: 3,
    timeLimitSeconds: 3600,
    atOnce: { count: 1, each: "laboratory" },
  },
  ({ laboratoryId, step }) => step.job("remind", remindThem, laboratoryId),
);
