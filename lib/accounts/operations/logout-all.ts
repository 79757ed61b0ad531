import "server-only";
import { z } from "zod";
import { openTo, operation } from "@/lib/infra/operation";
import { endSessions } from "../repository.sessions";

export const logoutAll = operation({
  id: "auth.logoutAll",
  http: "POST /auth/logout-all",
  summary: "Sign out everywhere: every session of the account ends, at every address.",
  scope: "platform",
  permission: openTo("account", "Everybody may end their own sessions."),
  limit: "write",
  audit: "account.signed_out_everywhere",
  input: { body: z.strictObject({}) },
  output: z.undefined(),
  fails: [],
  idempotency: "none",
  async run({ db, actor, now, about }) {
    if (!actor.account) return undefined;
    const ended = await endSessions(db, now, { accountId: actor.account.id }, "signed_out_everywhere");
    about({ recordId: actor.account.id, details: { ended } });
    return undefined;
  },
});
