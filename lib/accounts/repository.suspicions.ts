import type { Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import type { PlatformDb } from "@/lib/infra/db";
import type { Prisma } from "@/lib/infra/prisma/client";

/** What looks like an attack. */
export type SuspicionKind = "many_accounts" | "refresh_replay" | "code_spraying" | "new_network" | "not_me";

/** What was done about it at once. */
export type SuspicionAnswer =
  | "noted"
  | "notice_sent"
  | "second_factor_asked"
  | "sessions_ended"
  | "account_locked";

/** Records what was seen and what was done, for the person and for operators. Answers its id. */
export async function recordSuspicion(
  db: PlatformDb,
  at: Date,
  actor: Pick<Actor, "from" | "laboratory">,
  of: {
    kind: SuspicionKind;
    accountId: string | null;
    evidence: Prisma.InputJsonObject;
    answer: SuspicionAnswer;
  },
): Promise<string> {
  const { ip, host } = actor.from;
  const id = newId();
  await db.suspicion.create({
    data: { id, at, ...of, laboratoryId: actor.laboratory?.id ?? null, ip, host },
  });
  return id;
}
