import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { alone, poolsInUse } from "./transaction";

type Metrics = {
  registry: Registry;
  operations: Counter<"operation" | "outcome">;
  seconds: Histogram<"operation">;
};

const key = Symbol.for("medvuno.metrics");
// Pages and routes may each load this file: what they count is counted once, on a place of our own.
const shared = globalThis as { [key]?: Metrics };

/**
 * What this process has counted, in Prometheus' names. Labels are operations, outcomes and states: never a
 * laboratory, an account or anything that somebody typed.
 */
function metrics(): Metrics {
  shared[key] ??= makeMetrics();
  return shared[key];
}

function makeMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "medvuno_database_connections",
    help: "Connections of this process to the database, by the role they have.",
    labelNames: ["role", "state"],
    registers,
    collect() {
      for (const { role, idle, busy, waiting } of poolsInUse()) {
        for (const [state, count] of Object.entries({ idle, busy, waiting }))
          this.set({ role, state }, count);
      }
    },
  });
  waitingGauge(registry, "medvuno_outbox_waiting", "Facts that have not left yet.", [], outboxWaiting);
  waitingGauge(registry, "medvuno_tasks", "Tasks that are not over, or failed, by state.", ["state"], tasks);
  waitingGauge(registry, "medvuno_mails", "Mails that are not sent, by state.", ["state"], mails);
  return {
    registry,
    operations: new Counter({
      name: "medvuno_operations_total",
      help: "Operations performed, by how they ended: done, or the code of the problem.",
      labelNames: ["operation", "outcome"],
      registers,
    }),
    seconds: new Histogram({
      name: "medvuno_operation_seconds",
      help: "How long an operation took, refusals included.",
      labelNames: ["operation"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
  };
}

type Count = { state: string; count: number };

const outboxWaiting = "select '' as state, count(*)::int as count from outbox where dispatched_at is null";
const tasks = `select state::text as state, count(*)::int as count from task
  where state in ('PENDING', 'STARTED', 'RETRY', 'FAILURE') group by state`;
const mails = `select state::text as state, count(*)::int as count from mail
  where state in ('owed', 'sending', 'dead', 'expired') group by state`;

/** What all processes share is read when it is asked for; while the database is away, it is not told. */
function waitingGauge(
  registry: Registry,
  name: string,
  help: string,
  labelNames: string[],
  text: string,
): void {
  new Gauge({
    name,
    help,
    labelNames,
    registers: [registry],
    async collect() {
      this.reset();
      const rows = await alone<Count>("lims_platform", text, []).catch(() => []);
      for (const { state, count } of rows) this.set(labelNames.length > 0 ? { state } : {}, count);
    },
  });
}

/** @param outcome "done", or the code of the problem it ended with. */
export function countOperation(operation: string, outcome: string, seconds: number): void {
  metrics().operations.inc({ operation, outcome });
  metrics().seconds.observe({ operation }, seconds);
}

/** All of it as Prometheus reads it. */
export async function readMetrics(): Promise<{ text: string; contentType: string }> {
  const { registry } = metrics();
  return { text: await registry.metrics(), contentType: registry.contentType };
}
