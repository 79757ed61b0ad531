import type { PlatformDb } from "@/lib/infra/db";
import { failureKeysOf } from "./repository";

/** Wrong passwords in a row, the most anywhere, and until when sign-in waits there; for those who help the owner. */
export async function failuresOf(
  db: PlatformDb,
  accountId: string,
  at: Date,
): Promise<{ inARow: number; waitsUntil: Date | null }> {
  const rows = await db.failedSignIn.findMany({
    where: { key: { in: await failureKeysOf(db, accountId, at) } },
  });
  const waits = rows.flatMap(({ lockedUntil }) => (lockedUntil && lockedUntil > at ? [lockedUntil] : []));
  return {
    inARow: Math.max(0, ...rows.map(({ failed }) => failed)),
    waitsUntil: waits.sort((a, b) => b.getTime() - a.getTime())[0] ?? null,
  };
}
