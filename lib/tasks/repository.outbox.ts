import { newId } from "@/lib/core/ids";
import { wakeRunner } from "@/lib/infra/background/wake";
import type { PlatformDb } from "@/lib/infra/db";

/** Announces a fact in the name of a laboratory, or of none: an operator is in none, its task may be. */
export async function announceFor(
  db: PlatformDb,
  now: Date,
  laboratoryId: string | null,
  name: string,
  payload: Record<string, string | null>,
): Promise<void> {
  const { laboratoryId: _, ...told } = payload;
  await db.outbox.createMany({ data: [{ id: newId(), laboratoryId, name, payload: told, createdAt: now }] });
  wakeRunner();
}
