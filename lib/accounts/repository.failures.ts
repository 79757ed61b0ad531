import type { PlatformDb } from "@/lib/infra/db";
import { keyed } from "@/lib/infra/secrets";

const rememberedDays = 30;
const day = 24 * 3_600_000;

/** Wrong passwords in a row, the most anywhere, and until when sign-in waits there; for those who help the owner. */
export async function failuresOf(
  db: PlatformDb,
  accountId: string,
  at: Date,
): Promise<{ inARow: number; waitsUntil: Date | null }> {
  const known = await db.session.findMany({
    where: { accountId, createdAt: { gt: new Date(at.getTime() - rememberedDays * day) } },
    distinct: ["device", "ip"],
    select: { device: true, ip: true },
  });
  const places = ["elsewhere", ...known.map(({ device, ip }) => `${device} ${ip}`)];
  const rows = await db.failedSignIn.findMany({
    where: { key: { in: places.map((place) => keyed("sign-in", accountId, place)) } },
  });
  const waits = rows.flatMap(({ lockedUntil }) => (lockedUntil && lockedUntil > at ? [lockedUntil] : []));
  return {
    inARow: Math.max(0, ...rows.map(({ failed }) => failed)),
    waitsUntil: waits.sort((a, b) => b.getTime() - a.getTime())[0] ?? null,
  };
}
