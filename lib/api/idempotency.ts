import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { Problem } from "@/lib/core/problem";
import type { LabDb, PlatformDb } from "@/lib/infra/db";
import type { AnyOperation } from "@/lib/infra/operation";
import type { Answer } from "./answer";
import type { RawInput } from "./input";

type Stored = Omit<Answer, "allowance">;

function keyFor(op: AnyOperation, actor: Actor, raw: RawInput) {
  if (!raw.idempotencyKey || op.scope !== "laboratory" || op.idempotency === "none") return null;
  if (!op.http.startsWith("POST")) return null;
  const who = actor.account?.id ?? actor.key?.id ?? "anonymous";
  const request = JSON.stringify([op.id, raw.params ?? null, raw.query ?? null, raw.body ?? null]);
  return {
    key: raw.idempotencyKey,
    who,
    fingerprint: createHash("sha256").update(request).digest("base64url"),
  };
}

/**
 * The first answer to this key, when there is one. Holds the key until the transaction ends.
 * @throws Problem "conflict" while the first is still running, "validation_failed" for the same key with another body.
 */
export async function replayedAnswer(
  op: AnyOperation,
  actor: Actor,
  raw: RawInput,
  db: LabDb | PlatformDb,
): Promise<Stored | null> {
  const asked = keyFor(op, actor, raw);
  if (!asked || !actor.laboratory) return null;
  const [lock] = await db.sql<{ got: boolean }>(
    "select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as got",
    [`${actor.laboratory.id}:${asked.who}:${asked.key}`],
  );
  if (!lock?.got) {
    throw new Problem("conflict", "The first request with this key is still running. Ask again in a moment.");
  }
  const kept = await db.idempotencyKey.findFirst({
    where: {
      laboratoryId: actor.laboratory.id,
      actor: asked.who,
      key: asked.key,
      createdAt: { gt: new Date(Date.now() - 24 * 3_600_000) },
    },
  });
  if (!kept) return null;
  if (kept.fingerprint !== asked.fingerprint) {
    throw new Problem(
      "validation_failed",
      "This Idempotency-Key was used for another request. Use a new key.",
      {
        errors: { idempotencyKey: ["This key was used for another request."] },
      },
    );
  }
  const headers = kept.headers as { etag?: string | null; location?: string | null };
  return {
    status: kept.status,
    body: kept.answer ?? undefined,
    etag: headers.etag ?? null,
    location: headers.location ?? null,
    replayed: true,
  };
}

/** Keeps the answer for 24 hours, in the transaction that made it true. */
export async function rememberAnswer(
  op: AnyOperation,
  actor: Actor,
  raw: RawInput,
  db: LabDb | PlatformDb,
  answer: Stored,
): Promise<void> {
  const asked = keyFor(op, actor, raw);
  if (!asked || !actor.laboratory) return;
  await db.sql(
    `insert into idempotency_key (laboratory_id, actor, key, operation, fingerprint, status, answer, headers)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (laboratory_id, actor, key) do update set operation = excluded.operation,
       fingerprint = excluded.fingerprint, status = excluded.status, answer = excluded.answer,
       headers = excluded.headers, created_at = now()`,
    [
      actor.laboratory.id,
      asked.who,
      asked.key,
      op.id,
      asked.fingerprint,
      answer.status,
      answer.body === undefined ? null : JSON.stringify(answer.body),
      JSON.stringify({ etag: answer.etag, location: answer.location }),
    ],
  );
}
