import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { findOpenEmailChange } from "../repository.email-changes";
import { EmailChangeRequested } from "../schema.ways-back";

/** The person's own change of address that still waits for a mailbox; null when there is none. */
export const openOwnEmailChange = operation({
  id: "users.openEmailChange",
  http: "page",
  summary: "See whether a change of your address waits to be confirmed.",
  scope: "platform",
  permission: openTo("account", "Everybody may see what they asked for themselves."),
  limit: "read",
  audit: notAudited("A person looks at their own account."),
  input: {},
  output: z.object({
    waiting: EmailChangeRequested.extend({ oldConfirmed: z.boolean(), newConfirmed: z.boolean() }).nullable(),
  }),
  fails: [],
  async run({ db, actor, now }) {
    const change = actor.account && (await findOpenEmailChange(db, now, actor.account.id));
    if (!change) return { waiting: null };
    const { newEmail, expiresAt, oldConfirmedAt, newConfirmedAt } = change;
    const confirmed = { oldConfirmed: oldConfirmedAt !== null, newConfirmed: newConfirmedAt !== null };
    return { waiting: { newEmail, expiresAt: expiresAt.toISOString(), ...confirmed } };
  },
});
