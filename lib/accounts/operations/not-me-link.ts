import "server-only";
import type { Origin } from "@/lib/core/actor";
import type { PlatformDb } from "@/lib/infra/db";
import { randomToken } from "@/lib/infra/secrets";
import { writeLink } from "../repository.links";

const goodForDays = 7;

/** "This was not me", as every notice carries it: made before the letter is composed, kept when it is owed. */
export type NotMe = { token: string; link: string };

export function newNotMe(from: Origin): NotMe {
  const token = randomToken();
  return { token, link: `${from.origin}/not-me?token=${token}` };
}

/** Keeps the link's hash: it works signed out, on this host, for a week, whatever notices follow. */
export async function keepNotMe(
  db: PlatformDb,
  at: Date,
  { token }: NotMe,
  of: { accountId: string; host: string },
): Promise<void> {
  const expiresAt = new Date(at.getTime() + goodForDays * 24 * 3_600_000);
  const { accountId, host } = of;
  const link = {
    purpose: "not_me",
    laboratoryId: null,
    host,
    subjectId: accountId,
    token,
    expiresAt,
  } as const;
  await writeLink(db, at, link);
}
