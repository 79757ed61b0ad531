import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { FactorAdded, TotpConfirmation } from "../schema.second-factors";
import { addTotp } from "./add-factor";
import { writeSecurityNotice } from "./security-notice";

export const totpAdded = "An authenticator app was added to your account.";

export const confirmTotp = operation({
  id: "users.confirmTotp",
  http: "POST /users/me/mfa/totp/confirm",
  summary: "Confirm the authenticator app with its first code; your other sessions end.",
  scope: "platform",
  permission: openTo("account", "Everybody may protect their own account."),
  limit: "write",
  audit: "second_factor.added",
  input: { body: TotpConfirmation },
  output: FactorAdded,
  fails: ["code_invalid", "illegal_move", "reauthentication_required", "session_ended"],
  idempotency: "none",
  prepare: (context) => writeSecurityNotice(context, context.actor.account?.id, totpAdded),
  async run(context, { body }, notice) {
    const { recoveryCodes } = await addTotp(context, body.code, notice);
    return { recoveryCodes };
  },
});
