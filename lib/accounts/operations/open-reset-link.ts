import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { PlatformDb } from "@/lib/infra/db";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import type { Account } from "@/lib/infra/prisma/client";
import { findPerson } from "../repository";
import { strictestPasswordLength } from "../repository.credentials";
import { readReset } from "../repository.resets";
import { LinkValidity, OpenResetLink, ResetLink } from "../schema.ways-back";
import { belongsHere } from "./sign-in";

type Looking = { db: PlatformDb; actor: Actor; now: Date };

/** Whose link this is; null when it is not good here. Mail scanners follow links: looking never spends one (S9). */
async function ownerOf(
  { db, actor, now }: Looking,
  link: { uid: string; token: string },
): Promise<Account | null> {
  const laboratoryId = actor.laboratory?.id ?? null;
  const reset = await readReset(db, now, { ...link, host: actor.from.host });
  const person = reset && (await findPerson(db, reset.accountId, laboratoryId));
  return person && belongsHere(actor, person) ? person.account : null;
}

export const checkResetLink = operation({
  id: "auth.checkResetLink",
  http: "GET /auth/password-reset/verify/{uid}/{token}",
  summary: "See whether a reset link is still good, without spending it.",
  scope: "platform",
  permission: openTo("anyone", "The link is the proof, and nothing is told but that it is good."),
  limit: "public",
  audit: notAudited("Mail scanners follow links; setting the password is audited."),
  input: { params: ResetLink },
  output: LinkValidity,
  fails: [],
  run: async (context, { params }) => ({ valid: (await ownerOf(context, params)) !== null }),
});

export const openResetLink = operation({
  id: "auth.openResetLink",
  http: "page",
  summary: "See whether a reset link is still good, and what the new password has to be like.",
  scope: "platform",
  permission: openTo("anyone", "The link is the proof, and shows only whose mailbox it came from."),
  limit: "public",
  audit: notAudited("Mail scanners follow links; setting the password is audited."),
  input: { params: ResetLink },
  output: OpenResetLink,
  fails: [],
  async run(context, { params }) {
    const account = await ownerOf(context, params);
    if (!account) return { valid: false as const };
    const lengthMin = await strictestPasswordLength(context.db, account.id);
    return { valid: true as const, email: account.email, lengthMin };
  },
});
