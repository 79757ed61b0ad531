import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notFound } from "@/lib/core/problem";
import { openTo, operation } from "@/lib/infra/operation";
import { removePasskey as remove } from "../repository.passkeys";
import { holdRecentSignIn } from "../repository.sessions";
import { ownSession } from "./own-session";
import { forgetWhenLast } from "./remove-factor";
import { owe, writeSecurityNotice } from "./security-notice";

export const removePasskey = operation({
  id: "users.removePasskey",
  http: "DELETE /users/me/passkeys/{passkeyId}",
  summary: "Remove one of your passkeys.",
  scope: "platform",
  permission: openTo("account", "Everybody sees to their own account."),
  limit: "write",
  audit: "passkey.removed",
  input: { params: z.strictObject({ passkeyId: Id }) },
  output: z.undefined(),
  fails: ["not_found", "reauthentication_required", "session_ended"],
  prepare: (context) =>
    writeSecurityNotice(context, context.actor.account?.id, "A passkey was removed from your account."),
  async run(context, { params }, notice) {
    const { db, actor, now } = context;
    const { account } = await ownSession(db, actor);
    await holdRecentSignIn(db, actor, now);
    if (!(await remove(db, { accountId: account.id, id: params.passkeyId }))) throw notFound();
    await forgetWhenLast(context, account.id);
    await owe(context, notice);
    return undefined;
  },
});
