import type { Runner } from "@/lib/infra/background/runner";
import { startBackground } from "./start";

const key = Symbol.for("medvuno.background.runner");
// A place of our own on the global object: a development server loads this file again after a change.
const shared = globalThis as { [key]?: Runner | null };

/** Background work beside the pages of this process, until it is told to end. */
export function workInThisProcess(): void {
  const before = shared[key];
  shared[key] = startBackground();
  if (before) void before.stop();
  else process.once("SIGTERM", () => void shared[key]?.stop());
}
