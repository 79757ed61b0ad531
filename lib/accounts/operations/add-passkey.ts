import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { FactorAdded, NewPasskey, Passkey } from "../schema.second-factors";
import { makePasskey, passkeyAdded } from "./make-passkey";
import { writeSecurityNotice } from "./security-notice";

export const addPasskey = operation({
  id: "users.addPasskey",
  http: "POST /users/me/passkeys",
  summary: "Add the passkey that your authenticator made; your other sessions end.",
  scope: "platform",
  permission: openTo("account", "Everybody may protect their own account."),
  limit: "write",
  audit: "passkey.added",
  input: { body: NewPasskey },
  output: FactorAdded.extend({ passkey: Passkey }),
  fails: ["code_invalid", "already_exists", "reauthentication_required", "session_ended"],
  idempotency: "none",
  status: 201,
  location: ({ passkey }) => `/users/me/passkeys/${passkey.id}`,
  prepare: (context) => writeSecurityNotice(context, context.actor.account?.id, passkeyAdded),
  async run(context, { body }, notice) {
    const { passkey, recoveryCodes } = await makePasskey(context, body, notice);
    return { passkey, recoveryCodes };
  },
});
