import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { presentPasskey } from "../presenter";
import { findPasskeys } from "../repository.passkeys";
import { Passkey } from "../schema.second-factors";

export const listPasskeys = operation({
  id: "users.passkeys",
  http: "GET /users/me/passkeys",
  summary: "See your passkeys, at every address.",
  scope: "platform",
  permission: openTo("account", "Everybody may see their own; no secret is in it."),
  limit: "read",
  audit: notAudited("A person looks at their own account."),
  input: {},
  output: z.object({ data: z.array(Passkey) }),
  fails: [],
  async run({ db, actor }) {
    const accountId = actor.account?.id;
    const rows = accountId ? await findPasskeys(db, { accountId }) : [];
    return { data: rows.map((row) => presentPasskey(row, actor.from.host)) };
  },
});
