import { type LimitStore, windowAt } from "./limit-store";
import { alone } from "./transaction";

/** The store that every installation has: one atomic statement a use. */
export const postgresLimits: LimitStore = {
  async count(key, { max, seconds }, at) {
    const { start, resetSeconds } = windowAt(at, seconds);
    const rows = await alone<{ used: number }>(
      "lims_platform",
      `insert into rate_limit (key, window_start, used) values ($1, to_timestamp($2), 1)
       on conflict (key, window_start) do update set used = rate_limit.used + 1 returning used`,
      [key, start],
    );
    const used = rows[0]?.used ?? 1;
    return { allowed: used <= max, remaining: Math.max(0, max - used), resetSeconds };
  },
};
