import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notFound } from "@/lib/core/problem";
import { openTo, operation } from "@/lib/infra/operation";
import { endSessions } from "../repository.sessions";

export const endOtherSession = operation({
  id: "auth.endOtherSession",
  http: "DELETE /auth/sessions/{sessionId}",
  summary: "Sign out in one of the places where you are signed in.",
  scope: "platform",
  permission: openTo("account", "Everybody may end their own sessions."),
  limit: "write",
  audit: "session.ended",
  input: { params: z.strictObject({ sessionId: Id }) },
  output: z.undefined(),
  fails: ["not_found"],
  async run({ db, actor, now }, { params }) {
    const accountId = actor.account?.id;
    if (!accountId) throw notFound();
    const ended = await endSessions(db, now, { accountId, id: params.sessionId }, "signed_out");
    if (ended === 0) throw notFound();
    return undefined;
  },
});
