import { forgetMailBodies } from "@/lib/mailbox/operations/forget-mail-bodies";
import { cleanUp as cleanUpRows } from "@/lib/tasks/operations/clean-up";
import { background } from "../background";

/** Rows are taken away some thousands at a time, so that nobody waits for a lock. */
const roundsMax = 50;

export const cleanUp = background(
  {
    id: "clean-up",
    summary: "Remove what has been over for long: codes, links, registrations, counts, words of sent mails.",
    queue: "upkeep",
    cron: "23 * * * *",
    retries: 3,
    timeLimitSeconds: 3000,
  },
  async ({ step }) => {
    let removed = 0;
    let hasMore = true;
    for (let round = 1; hasMore && round <= roundsMax; round += 1) {
      const done = await step.job(`rows ${round}`, cleanUpRows, null);
      removed += done.removed;
      hasMore = done.hasMore;
    }
    let forgotten = 0;
    let last = 1;
    for (let round = 1; last > 0 && round <= roundsMax; round += 1) {
      last = (await step.job(`mails ${round}`, forgetMailBodies, null)).forgotten;
      forgotten += last;
    }
    return { removed, forgotten };
  },
);
