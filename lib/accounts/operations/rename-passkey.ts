import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notFound } from "@/lib/core/problem";
import { openTo, operation } from "@/lib/infra/operation";
import { presentPasskey } from "../presenter";
import { renamePasskey as rename } from "../repository.passkeys";
import { Passkey, PasskeyName } from "../schema.second-factors";

export const renamePasskey = operation({
  id: "users.renamePasskey",
  http: "POST /users/me/passkeys/{passkeyId}/rename",
  summary: "Give one of your passkeys a name that you know it by.",
  scope: "platform",
  permission: openTo("account", "Everybody sees to their own account."),
  limit: "write",
  audit: "passkey.renamed",
  input: { params: z.strictObject({ passkeyId: Id }), body: z.strictObject({ name: PasskeyName }) },
  output: Passkey,
  fails: ["not_found"],
  async run({ db, actor }, { params, body }) {
    const accountId = actor.account?.id ?? "";
    const row = accountId && (await rename(db, { accountId, id: params.passkeyId, name: body.name }));
    if (!row) throw notFound();
    return presentPasskey(row, actor.from.host);
  },
});
