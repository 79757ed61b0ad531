import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { FactorAddedInBrowser, TotpConfirmation } from "../schema.second-factors";
import { addTotp, beginAnew } from "./add-factor";
import { totpAdded } from "./confirm-totp";
import { writeSecurityNotice } from "./security-notice";

export const confirmTotpInBrowser = operation({
  id: "users.confirmTotpInBrowser",
  http: "page",
  summary: "Confirm the authenticator app with its first code, in a browser.",
  scope: "platform",
  permission: openTo("account", "Everybody may protect their own account."),
  limit: "write",
  audit: "second_factor.added",
  input: { body: TotpConfirmation },
  output: FactorAddedInBrowser,
  fails: ["code_invalid", "illegal_move", "reauthentication_required", "session_ended"],
  prepare: (context) => writeSecurityNotice(context, context.actor.account?.id, totpAdded),
  async run(context, { body }, notice) {
    const { own, method, recoveryCodes } = await addTotp(context, body.code, notice);
    return { recoveryCodes, ticket: await beginAnew(context, own, method) };
  },
});
