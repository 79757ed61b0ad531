import { Problem } from "./problem";

/**
 * Holds the caller to the version they read.
 * @param ifMatch what they said; null when they said nothing, which only optional operations let through.
 * @throws Problem "precondition_failed" when somebody has changed the record since.
 */
export function checkVersion(version: number, ifMatch: number | null): void {
  if (ifMatch === null || ifMatch === version) return;
  throw new Problem(
    "precondition_failed",
    "Somebody changed this since you opened it. Look at it again, then repeat your change.",
    { members: { currentVersion: version } },
  );
}

/** A guarded write that touched nothing lost a race. @throws Problem "conflict" */
export function wonRace(touched: number): void {
  if (touched > 0) return;
  throw new Problem("conflict", "Somebody changed this at the same moment. Look at it again, then retry.");
}
