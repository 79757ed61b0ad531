import "server-only";
import { securityChanged } from "@/emails/security-changed";
import type { Actor } from "@/lib/core/actor";
import { notFound } from "@/lib/core/problem";
import { inPlatform } from "@/lib/infra/db";
import { brandFor, compose, type Letter } from "@/lib/infra/mail";
import type { PlatformContext } from "@/lib/infra/operation";
import type { Account } from "@/lib/infra/prisma/client";
import { readKey } from "../repository.api-keys";
import { keepNotMe, type NotMe, newNotMe } from "./not-me-link";

/** The notice of what was done with a key, before it is owed. */
export type KeyNotice = { letter: Letter; notMe: NotMe; accountId: string };

/** Who changes keys: a member at the laboratory's own address. @throws Problem "not_found" elsewhere */
export function keeperOf(actor: Actor) {
  const { laboratory, account, member } = actor;
  if (!laboratory || !account || !member) throw notFound();
  return { laboratory, account, member };
}

/** Composes the notice to the maker of a key that is there; the sentence is about its name. */
export async function noticeOfKey(
  { actor, now }: { actor: Actor; now: Date },
  keyId: string,
  change: (name: string) => string,
): Promise<KeyNotice> {
  const { laboratory, account } = keeperOf(actor);
  const about = { laboratoryId: laboratory.id, accountId: account.id };
  const found = await inPlatform(about, async (db) => {
    const key = await readKey(db, laboratory.id, keyId);
    const maker = await db.account.findFirst({ where: { id: key.createdBy.accountId } });
    return maker && { maker, name: key.name };
  });
  if (!found) throw notFound();
  return composeNotice(actor, now, found.maker, change(found.name));
}

/** Composes the notice of a key that is being made, to whoever makes it. */
export async function noticeOfNewKey(
  { actor, now }: { actor: Actor; now: Date },
  name: string,
): Promise<KeyNotice> {
  const { account } = keeperOf(actor);
  const maker = await inPlatform({ laboratoryId: null, accountId: account.id }, async (db) => {
    return await db.account.findFirst({ where: { id: account.id } });
  });
  if (!maker) throw notFound();
  return composeNotice(actor, now, maker, `The API key “${name}” was made.`);
}

async function composeNotice(actor: Actor, at: Date, maker: Account, change: string): Promise<KeyNotice> {
  const notMe = newNotMe(actor.from);
  const timeZone = maker.timeZone ?? actor.laboratory?.timeZone ?? "UTC";
  const { email: to, firstName } = maker;
  const letter = await compose(
    securityChanged,
    { to, firstName, change, at, timeZone, notMeLink: notMe.link },
    brandFor(actor),
  );
  return { letter, notMe, accountId: maker.id };
}

/** Owes the notice, in the transaction that made it true. */
export async function owe(
  { db, actor, now, mail }: PlatformContext,
  { letter, notMe, accountId }: KeyNotice,
): Promise<void> {
  await keepNotMe(db, now, notMe, { accountId, host: actor.from.host });
  mail(letter);
}
