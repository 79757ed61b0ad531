import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import type { LimitStore } from "./limit-store";

/** Longer than this nobody waits at a door for a count. */
const patienceMs = 2000;

/** Counts in an Upstash Redis, or in anything that speaks as it does. */
export function upstashLimits({ url, token }: { url: string; token: string }): LimitStore {
  const redis = new Redis({
    url,
    token,
    retry: { retries: 1, backoff: () => 50 },
    enableAutoPipelining: false,
    enableTelemetry: false,
  });
  const counters = new Map<string, Ratelimit>();

  function counter(max: number, seconds: number): Ratelimit {
    const name = `${max}/${seconds}`;
    const made =
      counters.get(name) ??
      new Ratelimit({
        redis,
        limiter: Ratelimit.fixedWindow(max, `${seconds} s`),
        prefix: `medvuno:limit:${name}`,
        timeout: patienceMs,
        ephemeralCache: false,
        analytics: false,
      });
    counters.set(name, made);
    return made;
  }

  return {
    async count(key, { max, seconds }) {
      const { success, remaining, reset, reason } = await counter(max, seconds).limit(key);
      // The library lets through what it could not count in time.
      if (reason === "timeout") throw new Error("The store of rate limits did not answer in time.");
      const resetSeconds = Math.max(1, Math.ceil((reset - Date.now()) / 1000));
      return { allowed: success, remaining: Math.max(0, remaining), resetSeconds };
    },
  };
}
