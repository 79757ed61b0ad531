import { sealAudit as sealEvents } from "@/lib/audit/operations/seal-audit";
import { background } from "../background";

const roundsMax = 20;

/** R25: every minute, so that little is ever unsealed. */
export const sealAudit = background(
  {
    id: "seal-audit",
    summary: "Seal the audit trails.",
    queue: "upkeep",
    cron: "* * * * *",
    retries: 1,
    timeLimitSeconds: 600,
  },
  async ({ step }) => {
    let sealed = 0;
    let last = 1;
    for (let round = 1; last > 0 && round <= roundsMax; round += 1) {
      last = (await step.job(`seal ${round}`, sealEvents, null)).sealed;
      sealed += last;
    }
    return { sealed };
  },
);
