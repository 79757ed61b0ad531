import type { Origin } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import type { PlatformDb } from "@/lib/infra/db";
import type { Device } from "@/lib/infra/prisma/client";
import { keyed } from "@/lib/infra/secrets";

/**
 * What a device is known by at its host: a browser by the cookie it carries, a program by its name and address.
 * Null for a browser that carries none: nobody knows it.
 */
export function deviceKey({ deviceToken, device, ip }: Origin): string | null {
  if (deviceToken === undefined) return keyed("device", "program", device, ip ?? "");
  return deviceToken === "" ? null : keyed("device", "browser", deviceToken);
}

/** Whether the account has signed in from here since then, and not said that this device be forgotten. */
export async function isKnownDevice(
  db: PlatformDb,
  { accountId, host, key, since }: { accountId: string; host: string; key: string; since: Date },
): Promise<boolean> {
  const found = await db.sql(
    `select from device where account_id = $1 and host = $2 and key = $3 and ended_at is null and last_seen_at > $4`,
    [accountId, host, key, since],
  );
  return found.length > 0;
}

/** Keys of every device that an account was seen on since then. */
export async function deviceKeysOf(db: PlatformDb, accountId: string, since: Date): Promise<string[]> {
  const rows = await db.device.findMany({
    where: { accountId, lastSeenAt: { gt: since } },
    distinct: ["key"],
    select: { key: true },
  });
  return rows.map(({ key }) => key);
}

/** Networks and zones that an account was at since then: of its browsers' sign-ins, and where each device was last. */
export async function haunts(
  db: PlatformDb,
  accountId: string,
  since: Date,
): Promise<{ ip: string | null; timeZone: string | null }[]> {
  // A program signs in many times a day: of its sessions there may be thousands, and they tell no zone.
  return db.sql(
    `select ip, time_zone as "timeZone" from session
       where account_id = $1 and created_at > $2 and time_zone is not null
     union select ip, time_zone from device where account_id = $1 and last_seen_at > $2`,
    [accountId, since],
  );
}

/**
 * Marks a device as seen, and makes it known when it was not; of two sign-ins at once one finds it new.
 * @returns isFirst when the account was never seen on any, forgotten ones included, and never signed in without.
 */
export async function noteDevice(
  db: PlatformDb,
  at: Date,
  of: { accountId: string; from: Origin; key: string; timeZone: string | null },
): Promise<{ id: string; isNew: boolean; isFirst: boolean }> {
  const { accountId, from, key, timeZone } = of;
  const id = newId();
  const [row] = await db.sql<{ id: string; is_first: boolean }>(
    `insert into device (id, account_id, host, key, name, ip, time_zone, first_seen_at, last_seen_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
     on conflict (account_id, host, key) where ended_at is null do update
       set name = excluded.name, ip = excluded.ip, time_zone = coalesce(excluded.time_zone, device.time_zone),
         last_seen_at = excluded.last_seen_at
     returning id, not exists (select from device before where before.account_id = $2)
       and not exists (select from session where account_id = $2) as is_first`,
    [id, accountId, from.host, key, from.device, from.ip, timeZone, at],
  );
  return { id: row?.id ?? id, isNew: row?.id === id, isFirst: row?.is_first === true };
}

export type DeviceWithSessions = Device & { sessions: { id: string }[] };

/** Devices that are known, the one used last first, with the sessions that are open on them. */
export async function findDevices(
  db: PlatformDb,
  at: Date,
  of: { accountId: string; before: { lastSeenAt: string; id: string } | null; limit: number },
): Promise<DeviceWithSessions[]> {
  const { accountId, before, limit } = of;
  const isOpen = { endedAt: null, idleUntil: { gt: at }, expiresAt: { gt: at } };
  return db.device.findMany({
    where: {
      accountId,
      endedAt: null,
      ...(before && {
        OR: [
          { lastSeenAt: { lt: before.lastSeenAt } },
          { lastSeenAt: before.lastSeenAt, id: { lt: before.id } },
        ],
      }),
    },
    include: { sessions: { where: isOpen, select: { id: true } } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
}

/** Forgets a device: when it comes again it is new. False when it was not known. */
export async function forgetDevice(
  db: PlatformDb,
  at: Date,
  of: { accountId: string; id: string },
): Promise<boolean> {
  const { count } = await db.device.updateMany({ where: { ...of, endedAt: null }, data: { endedAt: at } });
  return count > 0;
}
