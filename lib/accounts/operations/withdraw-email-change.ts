import "server-only";
import { z } from "zod";
import { notFound } from "@/lib/core/problem";
import { openTo, operation } from "@/lib/infra/operation";
import { endEmailChange, endEmailChanges, holdEmailChange } from "../repository.email-changes";
import { TokenBody } from "../schema.ways-back";
import { linkInvalid, tellWhose } from "./confirm-email-change";

export const withdrawEmailChange = operation({
  id: "users.withdrawEmailChange",
  http: "DELETE /users/me/change-email",
  summary: "Withdraw the change of address that you asked for.",
  scope: "platform",
  permission: openTo("account", "Everybody may stop what they asked for themselves."),
  limit: "write",
  audit: "account.email_change_withdrawn",
  auditsRefusals: true,
  input: {},
  output: z.undefined(),
  fails: ["not_found"],
  async run({ db, actor, now, about }) {
    const accountId = actor.account?.id;
    if (!accountId || (await endEmailChanges(db, now, accountId, "withdrawn")) === 0) throw notFound();
    about({ recordId: accountId });
    return undefined;
  },
});

/** Either mailbox may stop a change, as long as not both have confirmed it. */
export const withdrawEmailChangeByLink = operation({
  id: "auth.withdrawEmailChange",
  http: "POST /auth/email-change/withdraw",
  summary: "Withdraw a change of address with the link from one of its mails.",
  scope: "platform",
  permission: openTo("anyone", "The link is the proof: 256 bits, one day, one host."),
  limit: "code",
  audit: "account.email_change_withdrawn",
  auditsRefusals: true,
  input: { body: TokenBody },
  output: z.undefined(),
  fails: ["code_invalid"],
  idempotency: "none",
  async run(context, { body }) {
    const { db, actor, now } = context;
    const followed = await holdEmailChange(db, now, { token: body.token, host: actor.from.host });
    if (!followed) throw linkInvalid();
    await endEmailChange(db, now, followed.change.id, "withdrawn");
    await tellWhose(context, followed.change, { side: followed.side });
    return undefined;
  },
});
