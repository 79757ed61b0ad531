import { Problem } from "@/lib/core/problem";
import { env } from "./env";
import { alone } from "./transaction";

/**
 * How often, per whom. Sign-in limits are exact and shared by all processes; the others count per process.
 * What is `tried` counts before it is read; a form that is `accepted` counts once it is filled in rightly.
 */
export const limits = {
  read: { counts: "tried", max: 1200, seconds: 60, per: "caller", shared: false },
  write: { counts: "tried", max: 600, seconds: 60, per: "caller", shared: false },
  public: { counts: "tried", max: 120, seconds: 60, per: "address", shared: false },
  "sign-in": { counts: "tried", max: 30, seconds: 300, per: "address", shared: true },
  "sign-up": { counts: "accepted", max: 5, seconds: 3600, per: "address", shared: true },
  code: { counts: "tried", max: 10, seconds: 600, per: "address", shared: true },
  registration: { counts: "accepted", max: 3, seconds: 3600, per: "address", shared: true },
  "provider-registration": { counts: "accepted", max: 5, seconds: 3600, per: "address", shared: true },
  "mail-request": { counts: "tried", max: 20, seconds: 3600, per: "address", shared: true },
  "code-request": { counts: "accepted", max: 3, seconds: 600, per: "email", shared: true },
  "code-try": { counts: "accepted", max: 5, seconds: 600, per: "email", shared: true },
  refresh: { counts: "tried", max: 60, seconds: 60, per: "address", shared: true },
} as const satisfies Record<
  string,
  {
    counts: "tried" | "accepted";
    max: number;
    seconds: number;
    per: "caller" | "address" | "email";
    shared: boolean;
  }
>;

export type LimitName = keyof typeof limits;

/** What the RateLimit headers say. */
export type Allowance = {
  name: LimitName;
  max: number;
  seconds: number;
  remaining: number;
  resetSeconds: number;
};

const counted = new Map<string, { windowStart: number; used: number }>();

/**
 * Counts one use.
 * @param who the caller or the address, as `limits[name].per` says; IPv6 addresses already cut to /64.
 * @throws Problem "rate_limited" when there is none left, "unavailable" when a shared limit cannot be counted.
 */
export async function spend(name: LimitName, who: string, at: Date): Promise<Allowance | null> {
  if (!env().limitsOn) return null;
  const { max, seconds, shared } = limits[name];
  const window = Math.floor(at.getTime() / 1000 / seconds) * seconds;
  const resetSeconds = window + seconds - Math.floor(at.getTime() / 1000);
  const used = shared ? await countShared(`${name}:${who}`, window) : countHere(`${name}:${who}`, window);
  if (used > max) {
    throw new Problem("rate_limited", `Too many attempts. Try again in ${inWords(resetSeconds)}.`, {
      retryAfterSeconds: resetSeconds,
    });
  }
  return { name, max, seconds, remaining: max - used, resetSeconds };
}

function inWords(seconds: number): string {
  return seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

function countHere(key: string, window: number): number {
  if (counted.size > 50_000) counted.clear();
  const entry = counted.get(key);
  if (entry?.windowStart === window) {
    entry.used += 1;
    return entry.used;
  }
  counted.set(key, { windowStart: window, used: 1 });
  return 1;
}

async function countShared(key: string, window: number): Promise<number> {
  try {
    const rows = await alone<{ used: number }>(
      "lims_platform",
      `insert into rate_limit (key, window_start, used) values ($1, to_timestamp($2), 1)
       on conflict (key, window_start) do update set used = rate_limit.used + 1 returning used`,
      [key, window],
    );
    return rows[0]?.used ?? 1;
  } catch {
    // Sign-in fails closed: an attempt that cannot be counted is not made.
    throw new Problem("unavailable", "Sign-in is not available for a moment. Try again shortly.");
  }
}
