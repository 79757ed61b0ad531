import "server-only";
import { securityChanged } from "@/emails/security-changed";
import type { Actor } from "@/lib/core/actor";
import { brandFor, compose, type Letter } from "@/lib/infra/mail";
import type { PlatformContext } from "@/lib/infra/operation";
import { findReader } from "../repository.readers";
import { keepNotMe, type NotMe, newNotMe } from "./not-me-link";

/** A letter that tells somebody of a change to how they sign in, with its "this was not me". */
export type SecurityNotice = { accountId: string; letter: Letter; notMe: NotMe };

/**
 * Written before the transaction that owes it.
 * @param change a sentence: "An authenticator app was added to your account."
 */
export async function writeSecurityNotice(
  { actor, now }: { actor: Actor; now: Date },
  accountId: string | undefined,
  change: string,
): Promise<SecurityNotice | null> {
  const reader = accountId ? await findReader(accountId) : null;
  if (!reader || !accountId) return null;
  const { email, firstName, locale } = reader;
  const notMe = newNotMe(actor.from);
  const timeZone = reader.timeZone ?? actor.laboratory?.timeZone ?? "UTC";
  const told = { to: email, firstName, change, at: now, timeZone, locale, notMeLink: notMe.link };
  return { accountId, notMe, letter: await compose(securityChanged, told, brandFor(actor)) };
}

/** Owes it, and makes its link work. */
export async function owe(
  { db, actor, now, mail }: Pick<PlatformContext, "db" | "actor" | "now" | "mail">,
  notice: SecurityNotice | null,
): Promise<void> {
  if (!notice) return;
  mail(notice.letter);
  await keepNotMe(db, now, notice.notMe, { accountId: notice.accountId, host: actor.from.host });
}
