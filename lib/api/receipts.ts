import "server-only";
import type { Actor } from "@/lib/core/actor";
import { alone, ask } from "@/lib/infra/transaction";

/** The answer a step was given before, when there is one. */
export async function readReceipt(key: string): Promise<{ answer: unknown } | null> {
  const rows = await alone<{ answer: unknown }>(
    "lims_platform",
    "select answer from job_receipt where key = $1",
    [key],
  );
  return rows[0] ?? null;
}

/** Keeps a step's answer in the transaction that made it true. Of two at once the second fails, and reads it. */
export async function writeReceipt(key: string, actor: Actor, at: Date, answer: unknown): Promise<void> {
  await ask({
    name: "job_receipt",
    text: "insert into job_receipt (key, laboratory_id, answer, created_at) values ($1, $2, $3, $4)",
    values: [key, actor.laboratory?.id ?? null, answer === undefined ? null : JSON.stringify(answer), at],
  });
}
