import "server-only";
import { Problem } from "@/lib/core/problem";
import { openTo, operation } from "@/lib/infra/operation";
import { secondFactorsOf } from "../repository.second-factors";
import { holdRecentSignIn } from "../repository.sessions";
import { FactorAdded, RecoveryCodes } from "../schema.second-factors";
import { newRecoveryCodes } from "./add-factor";
import { ownSession } from "./own-session";
import { owe, writeSecurityNotice } from "./security-notice";

export const renewRecoveryCodes = operation({
  id: "users.renewRecoveryCodes",
  http: "POST /users/me/mfa/recovery-codes",
  summary: "Make ten new recovery codes; the old ones are dead.",
  scope: "platform",
  permission: openTo("account", "Everybody sees to their own account."),
  limit: "write",
  audit: "recovery_codes.renewed",
  input: {},
  output: FactorAdded.extend({ recoveryCodes: RecoveryCodes }),
  fails: ["illegal_move", "reauthentication_required", "session_ended"],
  idempotency: "none",
  prepare: (context) =>
    writeSecurityNotice(context, context.actor.account?.id, "New recovery codes were made for your account."),
  async run(context, _, notice) {
    const { db, actor, now, about } = context;
    const { account } = await ownSession(db, actor);
    await holdRecentSignIn(db, actor, now);
    if ((await secondFactorsOf(db, account.id, actor.from.host)).length === 0) {
      throw new Problem(
        "illegal_move",
        "Recovery codes come with an authenticator app or a passkey. Add one first.",
      );
    }
    about({ recordId: account.id, details: { name: actor.name } });
    await owe(context, notice);
    return { recoveryCodes: await newRecoveryCodes(context, account.id) };
  },
});
