import "server-only";
import type { Actor } from "@/lib/core/actor";
import { notFound } from "@/lib/core/problem";
import { inPlatform } from "@/lib/infra/db";
import { readKey } from "../repository.api-keys";
import { type SecurityNotice, writeSecurityNotice } from "./security-notice";

/** Who changes keys: a member at the laboratory's own address. @throws Problem "not_found" elsewhere */
export function keeperOf(actor: Actor) {
  const { laboratory, account, member } = actor;
  if (!laboratory || !account || !member) throw notFound();
  return { laboratory, account, member };
}

/** Writes the notice to the maker of a key that is there, whoever changes it. */
export async function noticeOfKey(
  context: { actor: Actor; now: Date },
  keyId: string,
  change: (name: string) => string,
): Promise<SecurityNotice | null> {
  const { laboratory, account } = keeperOf(context.actor);
  const key = await inPlatform({ laboratoryId: laboratory.id, accountId: account.id }, (db) =>
    readKey(db, laboratory.id, keyId),
  );
  return writeSecurityNotice(context, key.createdBy.accountId, change(key.name));
}
