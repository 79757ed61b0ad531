import { listLaboratoryIds } from "@/lib/tasks/operations/list-laboratory-ids";
import { background } from "../background";

/** What is done once a day in each laboratory begins with this fact, so that each has its own tries. */
export const beginDay = background(
  {
    id: "begin-day",
    summary: "Begin each laboratory's daily work.",
    queue: "upkeep",
    cron: "0 6 * * *",
    retries: 3,
    timeLimitSeconds: 3000,
  },
  async ({ step }) => {
    let begun = 0;
    let after: string | null = null;
    for (let page = 1; page === 1 || after !== null; page += 1) {
      const found: { laboratoryIds: string[]; next: string | null } = await step.job(
        `laboratories ${page}`,
        listLaboratoryIds,
        null,
        { body: { after } },
      );
      await step.sendEvent(
        `begin ${page}`,
        found.laboratoryIds.map((laboratoryId) => ({ name: "laboratory.day_began", laboratoryId, data: {} })),
      );
      begun += found.laboratoryIds.length;
      after = found.next;
    }
    return { begun };
  },
);
