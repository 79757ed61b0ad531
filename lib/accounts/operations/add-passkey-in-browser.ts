import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { FactorAddedInBrowser, NewPasskey } from "../schema.second-factors";
import { beginAnew } from "./add-factor";
import { makePasskey, passkeyAdded } from "./make-passkey";
import { writeSecurityNotice } from "./security-notice";

export const addPasskeyInBrowser = operation({
  id: "users.addPasskeyInBrowser",
  http: "page",
  summary: "Add the passkey that your authenticator made, in a browser.",
  scope: "platform",
  permission: openTo("account", "Everybody may protect their own account."),
  limit: "write",
  audit: "passkey.added",
  input: { body: NewPasskey },
  output: FactorAddedInBrowser,
  fails: ["code_invalid", "already_exists", "reauthentication_required", "session_ended"],
  prepare: (context) => writeSecurityNotice(context, context.actor.account?.id, passkeyAdded),
  async run(context, { body }, notice) {
    const { own, method, recoveryCodes } = await makePasskey(context, body, notice);
    return { recoveryCodes, ticket: await beginAnew(context, own, method) };
  },
});
