import "server-only";
import { now } from "@/lib/core/clock";
import { countProbe } from "@/lib/infra/limits";
import { alone } from "@/lib/infra/transaction";

type Part = { status: "up" | "down"; ms: number };

async function timed(look: () => Promise<unknown>): Promise<Part> {
  const started = performance.now();
  const ms = () => Math.round((performance.now() - started) * 10) / 10;
  try {
    await look();
    return { status: "up", ms: ms() };
  } catch {
    return { status: "down", ms: ms() };
  }
}

/** Longer than this nothing waits for background work while somebody does it. */
const patienceMinutes = 5;

/** @throws Error when a fact that happened, or a task that is due, has waited too long: nobody is at work. */
async function lookForWorkers(): Promise<void> {
  const since = new Date(now().getTime() - patienceMinutes * 60_000);
  const waiting = await alone(
    "lims_platform",
    `(select from outbox where dispatched_at is null and created_at < $1 limit 1) union all
     (select from task t where state in ('PENDING', 'RETRY') and carrier = 'embedded' and due_at < $1
       and not exists (select from task busy where busy.limit_key = t.limit_key and busy.leased_by is not null)
       limit 1)`,
    [since],
  );
  if (waiting.length > 0) throw new Error("Background work waits.");
}

/**
 * Liveness; with `?deep=1` each part as well. Without its database nothing can be answered: 503. Where shared limits
 * cannot be counted nobody signs in, and where no background work is done mails wait: "degraded", for who watches and
 * not for a load balancer, which would take away what still works.
 */
export async function health(request: Request): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  if (new URL(request.url).searchParams.get("deep") !== "1") {
    return Response.json({ status: "up" }, { headers });
  }
  const [clinical, platform, limits, background] = await Promise.all([
    timed(() => alone("lims_lab", "select 1", [])),
    timed(() => alone("lims_platform", "select 1", [])),
    timed(() => countProbe(now())),
    timed(lookForWorkers),
  ]);
  const isUp = clinical.status === "up" && platform.status === "up";
  const isWhole = isUp && limits.status === "up" && background.status === "up";
  const parts = { database: clinical, accounts_database: platform, limits, background };
  return Response.json(
    { status: isWhole ? "up" : isUp ? "degraded" : "down", parts },
    { status: isUp ? 200 : 503, headers },
  );
}
