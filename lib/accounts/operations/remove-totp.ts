import "server-only";
import { z } from "zod";
import { notFound } from "@/lib/core/problem";
import { openTo, operation } from "@/lib/infra/operation";
import { removeTotp as remove } from "../repository.second-factors";
import { holdRecentSignIn } from "../repository.sessions";
import { ownSession } from "./own-session";
import { forgetWhenLast } from "./remove-factor";
import { owe, writeSecurityNotice } from "./security-notice";

export const removeTotp = operation({
  id: "users.removeTotp",
  http: "DELETE /users/me/mfa/totp",
  summary: "Remove the authenticator app.",
  scope: "platform",
  permission: openTo("account", "Everybody sees to their own account."),
  limit: "write",
  audit: "second_factor.removed",
  input: {},
  output: z.undefined(),
  fails: ["not_found", "reauthentication_required", "session_ended"],
  prepare: (context) =>
    writeSecurityNotice(
      context,
      context.actor.account?.id,
      "The authenticator app was removed from your account.",
    ),
  async run(context, _, notice) {
    const { db, actor, now, about } = context;
    const { account } = await ownSession(db, actor);
    await holdRecentSignIn(db, actor, now);
    if (!(await remove(db, account.id))) throw notFound();
    about({ recordId: account.id, details: { name: actor.name, factor: "totp" } });
    await forgetWhenLast(context, account.id);
    await owe(context, notice);
    return undefined;
  },
});
