import "server-only";
import { z } from "zod";
import { openTo, operation } from "@/lib/infra/operation";
import { endSessions } from "../repository.sessions";

export const logout = operation({
  id: "auth.logout",
  http: "POST /auth/logout",
  summary: "Sign out: this session's access and refresh tokens are dead at once.",
  scope: "platform",
  permission: openTo("account", "Everybody may end their own session."),
  limit: "write",
  audit: "session.ended",
  input: { body: z.strictObject({}) },
  output: z.undefined(),
  fails: [],
  idempotency: "none",
  async run({ db, actor, now, about }) {
    if (!actor.account || !actor.session) return undefined;
    await endSessions(db, now, { accountId: actor.account.id, id: actor.session.id }, "signed_out");
    about({ recordId: actor.session.id });
    return undefined;
  },
});
