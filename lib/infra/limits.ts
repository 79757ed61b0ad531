import { Problem } from "@/lib/core/problem";
import { env } from "./env";
import { type Counted, type LimitStore, windowAt } from "./limit-store";
import { postgresLimits } from "./limit-store-postgres";
import { type LimitName, limits, type Quota } from "./limit-table";
import { log } from "./log";

/** What the RateLimit headers say. */
export type Allowance = {
  name: LimitName;
  max: number;
  seconds: number;
  remaining: number;
  resetSeconds: number;
};

/** What this installation allows of something. */
export function quotaOf(name: LimitName): Quota {
  const { max, seconds } = limits[name];
  return env().quotas[name] ?? { max, seconds };
}

/**
 * Counts one use.
 * @param who the caller or the address, as `limits[name].per` says; IPv6 addresses already cut to /64.
 * @throws Problem "rate_limited" when there is none left, "unavailable" when a shared limit cannot be counted.
 */
export async function spend(name: LimitName, who: string, at: Date): Promise<Allowance | null> {
  if (!env().limitsOn) return null;
  const quota = quotaOf(name);
  const key = `${name}:${who}`;
  const { allowed, remaining, resetSeconds } = limits[name].shared
    ? await countShared(key, quota, at)
    : countHere(key, quota, at);
  if (allowed) return { name, ...quota, remaining, resetSeconds };
  throw new Problem("rate_limited", `Too many attempts. Try again in ${inWords(resetSeconds)}.`, {
    retryAfterSeconds: resetSeconds,
  });
}

function inWords(seconds: number): string {
  return seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

const counted = new Map<string, { windowStart: number; used: number }>();

function countHere(key: string, { max, seconds }: Quota, at: Date): Counted {
  const { start, resetSeconds } = windowAt(at, seconds);
  if (counted.size > 50_000) counted.clear();
  const before = counted.get(key);
  const used = before?.windowStart === start ? before.used + 1 : 1;
  counted.set(key, { windowStart: start, used });
  return { allowed: used <= max, remaining: Math.max(0, max - used), resetSeconds };
}

let store: Promise<LimitStore> | undefined;

async function chooseStore(): Promise<LimitStore> {
  const { upstash } = env();
  if (!upstash) return postgresLimits;
  const { upstashLimits } = await import("./limit-store-upstash");
  return upstashLimits(upstash);
}

/** Counts once where limits are counted for all together. @throws when that is away: sign-in would be refused. */
export async function countProbe(at: Date): Promise<void> {
  store ??= chooseStore();
  await (await store).count("health", { max: 1_000_000, seconds: 60 }, at);
}

async function countShared(key: string, quota: Quota, at: Date): Promise<Counted> {
  try {
    store ??= chooseStore();
    return await (await store).count(key, quota, at);
  } catch (error) {
    log.error({ error }, "a shared limit could not be counted");
    // Sign-in fails closed (S29): an attempt that cannot be counted is not made.
    throw new Problem("unavailable", "Sign-in is not available for a moment. Try again shortly.", {
      retryAfterSeconds: 5,
    });
  }
}
