/** Named queues, and how many tasks of each are at work at once in the whole installation. */
export const queues = { mail: 6, tasks: 2, upkeep: 2 } as const;

export type Queue = keyof typeof queues;

/** What a carrier needs to know of a background function. */
export type FunctionCard = {
  id: string;
  /** In words, for the operator's console. */
  summary: string;
  queue: Queue;
  /** Names of the facts it answers to. */
  events: readonly string[];
  /** Five fields, UTC. */
  cron: string | null;
  /** How often one step is tried. */
  maxAttempts: number;
  /** From the first start to the end, waiting included. */
  timeLimitSeconds: number;
  /** How many at once: of each laboratory, or of all. */
  atOnce: { count: number; each: "laboratory" | "installation" } | null;
};

/** Who carries tasks: our own runner, or Inngest. */
export type Carrier = "embedded" | "inngest";

/** The event by which an operator asks for a function: a schedule now, or a failed task once more. */
export function askedEvent(functionId: string): string {
  return `${functionId}.asked`;
}
