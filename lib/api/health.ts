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

const tooLong = () => new Date(now().getTime() - patienceMinutes * 60_000);

/** @throws Error when a fact that happened, or a task that is due, has waited too long: nobody is at work. */
async function lookForWorkers(): Promise<void> {
  const waiting = await alone(
    "lims_platform",
    `(select from outbox where dispatched_at is null and created_at < $1 limit 1) union all
     (select from task t where state in ('PENDING', 'RETRY') and carrier = 'embedded' and due_at < $1
       and not exists (select from task busy where busy.limit_key = t.limit_key and busy.leased_by is not null)
       limit 1)`,
    [tooLong()],
  );
  if (waiting.length > 0) throw new Error("Background work waits.");
}

/** @throws Error when a mail was tried and has not left for too long: whoever carries mails is away. */
async function lookForMails(): Promise<void> {
  const waiting = await alone(
    "lims_platform",
    `select from mail where state in ('owed', 'sending') and attempts > 0 and created_at < $1 limit 1`,
    [tooLong()],
  );
  if (waiting.length > 0) throw new Error("Mails wait.");
}

/**
 * Liveness; with `?deep=1` each part as well. Without its database nothing can be answered: 503. Where the
 * cache is away, in which shared limits are counted, nobody signs in; without background work, or whoever carries mails,
 * mails wait: "degraded", for who watches and not for a load balancer, which would take away what still works.
 */
export async function health(request: Request): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  if (new URL(request.url).searchParams.get("deep") !== "1") {
    return Response.json({ status: "up" }, { headers });
  }
  const [clinical, platform, cache, mail, background] = await Promise.all([
    timed(() => alone("lims_lab", "select 1", [])),
    timed(() => alone("lims_platform", "select 1", [])),
    timed(() => countProbe(now())),
    timed(lookForMails),
    timed(lookForWorkers),
  ]);
  const isUp = clinical.status === "up" && platform.status === "up";
  const isWhole = isUp && [cache, mail, background].every(({ status }) => status === "up");
  const parts = { database: clinical, accounts_database: platform, cache, mail, background };
  return Response.json(
    { status: isWhole ? "up" : isUp ? "degraded" : "down", parts },
    { status: isUp ? 200 : 503, headers },
  );
}
