import "server-only";
import { newId } from "@/lib/core/ids";
import type { Letter } from "@/lib/infra/mail";
import type { PlatformContext } from "@/lib/infra/operation";

/**
 * Owes a letter, or does as much and owes nothing: whoever asks for a mail cannot tell by the time it takes whether
 * there was anybody to write to (S16).
 */
export async function mailOrNothing(
  { db, actor, now, mail }: PlatformContext,
  letter: Letter,
  isOwed: boolean,
): Promise<void> {
  if (isOwed) return mail(letter);
  const { to, subject, template, text, html } = letter;
  await db.sql(
    `insert into mail (id, laboratory_id, recipient, subject, template, text, html, created_at)
     select $1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8::timestamptz where false`,
    [newId(), actor.laboratory?.id ?? null, to, subject, template, text, html, now],
  );
}
