import "server-only";
import { z } from "zod";
import { openTo, operation } from "@/lib/infra/operation";
import { endSessions } from "../repository.sessions";

/** The sign-out button. The cookie goes too, but it is the row that counts. */
export const endSession = operation({
  id: "auth.endSession",
  http: "page",
  summary: "Sign out in this browser.",
  scope: "platform",
  permission: openTo("account", "Everybody may end their own session."),
  whileLocked: true,
  limit: "write",
  audit: "session.ended",
  input: {},
  output: z.undefined(),
  fails: [],
  async run({ db, actor, now, about }) {
    if (!actor.account || !actor.session) return undefined;
    await endSessions(db, now, { accountId: actor.account.id, id: actor.session.id }, "signed_out");
    about({ recordId: actor.session.id });
    return undefined;
  },
});
