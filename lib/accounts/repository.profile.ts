import { Problem } from "@/lib/core/problem";
import { wonRace } from "@/lib/core/version";
import type { PlatformDb } from "@/lib/infra/db";
import type { Picture } from "@/lib/infra/pictures";
import type { Account, ProviderProfile } from "@/lib/infra/prisma/client";
import { takenUsernameOf } from "./repository.registrations";
import type { ProfileChange } from "./schema.profile";

/** An account with all that its owner sees of it. */
export type Profile = Account & {
  /** The name of its picture. */
  avatarSha256: string | null;
  practice: Pick<ProviderProfile, "state" | "specialization" | "reason"> | null;
  /** The username that somebody had when this account was confirmed; until its owner saves their profile. */
  takenUsername: string | null;
};

export async function findProfile(db: PlatformDb, accountId: string): Promise<Profile | null> {
  const practice = { select: { state: true, specialization: true, reason: true } } as const;
  const found = await db.account.findFirst({
    where: { id: accountId },
    include: { providerProfile: practice },
  });
  if (!found) return null;
  const { providerProfile, ...account } = found;
  const picture = await db.accountPicture.findFirst({ where: { accountId }, select: { sha256: true } });
  const isUntouched = account.version === 1 && account.username === null;
  const takenUsername = isUntouched ? await takenUsernameOf(db, accountId) : null;
  return { ...account, practice: providerProfile, avatarSha256: picture?.sha256 ?? null, takenUsername };
}

/** @throws Problem "already_exists" for a username that somebody has, "conflict" for a race that was lost. */
export async function changeProfile(
  db: PlatformDb,
  at: Date,
  { id, version, change }: { id: string; version: number; change: ProfileChange },
): Promise<void> {
  const { birthDate, ...rest } = change;
  if (rest.username) {
    const other = await db.account.findFirst({ where: { username: rest.username, id: { not: id } } });
    if (other) {
      throw new Problem("already_exists", "Somebody has this username. Choose another.", {
        errors: { username: ["Somebody has this username."] },
      });
    }
  }
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const { count } = await db.account.updateMany({
    where: { id, version },
    data: {
      ...given,
      ...(birthDate !== undefined && { birthDate: birthDate && new Date(`${birthDate}T00:00:00Z`) }),
      version: { increment: 1 },
      updatedAt: at,
    },
  });
  wonRace(count);
}

export async function keepAvatar(
  db: PlatformDb,
  at: Date,
  accountId: string,
  picture: Picture,
): Promise<void> {
  await db.sql(
    `insert into account_picture (account_id, content_type, bytes, sha256, updated_at)
     values ($1, 'image/jpeg', $2, $3, $4)
     on conflict (account_id) do update set content_type = excluded.content_type, bytes = excluded.bytes,
       sha256 = excluded.sha256, updated_at = excluded.updated_at`,
    [accountId, Buffer.from(picture.bytes), picture.sha256, at],
  );
}

export async function removeAvatar(db: PlatformDb, accountId: string): Promise<void> {
  await db.accountPicture.deleteMany({ where: { accountId } });
}

export async function findAvatar(
  db: PlatformDb,
  accountId: string,
): Promise<{ bytes: Uint8Array; sha256: string } | null> {
  return db.accountPicture.findFirst({ where: { accountId }, select: { bytes: true, sha256: true } });
}
