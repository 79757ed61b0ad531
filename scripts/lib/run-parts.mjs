import { seconds } from "./say.mjs";

/**
 * @typedef {import("./test-parts.mjs").Part} Part
 * @typedef {import("./test-parts.mjs").Outcome} Outcome
 */

/**
 * Runs the parts, several at a time where they allow it, and reports each as it ends.
 * @param {Part[]} parts in the order they should begin
 * @param {{ lanes: number, folder: string, onEnd: (part: Part, outcome: Outcome, took: string) => void }} how
 */
export async function runParts(parts, { lanes, folder, onEnd }) {
  const waiting = [...parts];
  /** @type {Map<Part, Promise<void>>} */
  const running = new Map();

  const isFree = (/** @type {Part} */ part) => {
    const unfinished = [...waiting, ...running.keys()].map(({ name }) => name);
    if (part.after?.some((name) => unfinished.includes(name))) return false;
    return part.alone ? running.size === 0 && waiting.length === 1 : running.size < lanes;
  };

  while (waiting.length + running.size > 0) {
    const next = waiting.find(isFree);
    if (next) {
      waiting.splice(waiting.indexOf(next), 1);
      running.set(next, run(next));
    } else {
      await Promise.race(running.values());
    }
  }

  async function run(/** @type {Part} */ part) {
    const began = performance.now();
    /** @type {Outcome} */
    const outcome = await part.run(folder).catch((error) => ({
      passed: 0,
      failed: 1,
      skipped: 0,
      output: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }));
    running.delete(part);
    onEnd(part, outcome, seconds(began));
  }
}
