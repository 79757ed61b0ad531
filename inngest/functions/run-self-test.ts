import { lookAround } from "@/lib/tasks/operations/look-around";
import { background } from "../background";

/** What a laboratory asks for to see that background work is alive: a step, a wait, and a step after it (T7). */
export const runSelfTest = background(
  {
    id: "self-test",
    summary: "Show that background work is done.",
    queue: "tasks",
    on: ["self_test.requested"],
    retries: 2,
    timeLimitSeconds: 300,
    atOnce: { count: 1, each: "laboratory" },
  },
  async ({ laboratoryId, step }) => {
    const before = await step.job("look", lookAround, laboratoryId, {}, { progress: 50 });
    await step.sleep("wait", 1);
    const after = await step.job("look again", lookAround, laboratoryId, {}, { progress: 90 });
    return { isWell: before.isWell && after.isWell, waitedSeconds: secondsBetween(before.at, after.at) };
  },
);

function secondsBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 1000);
}
