import { sealAudit as sealEvents } from "@/lib/audit/operations/seal-audit";
import { background } from "../background";

const turns = 6;
const secondsBetween = 10;

/** R25: six times a minute, so that an event is sealed within seconds. */
export const sealAudit = background(
  {
    id: "seal-audit",
    summary: "Seal the audit trails.",
    queue: "upkeep",
    cron: "* * * * *",
    retries: 1,
    timeLimitSeconds: 3600,
  },
  async ({ step }) => {
    let sealed = 0;
    for (let turn = 1; turn <= turns; turn += 1) {
      if (turn > 1) await step.sleep(`pause ${turn}`, secondsBetween);
      sealed += (await step.job(`seal ${turn}`, sealEvents, null)).sealed;
    }
    return { sealed };
  },
);
