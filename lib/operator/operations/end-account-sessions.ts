import "server-only";
import { z } from "zod";
import { endSessions } from "@/lib/accounts/repository.sessions";
import { Id } from "@/lib/core/ids";
import { openTo, operation, type PlatformContext } from "@/lib/infra/operation";
import { readAccount } from "../repository.accounts";
import { Why } from "../schema";
import { EndedSessions } from "../schema.accounts";

export const endAccountSessions = operation({
  id: "operator.endAccountSessions",
  http: "POST /operator/accounts/{accountId}/end-sessions",
  summary: "Sign an account out everywhere. It may sign in again.",
  scope: "platform",
  permission: openTo("operator", "Who runs the installation guards its accounts."),
  limit: "write",
  audit: "account.sessions_ended",
  input: { params: z.strictObject({ accountId: Id }), body: Why },
  output: EndedSessions,
  fails: ["not_found"],
  run: (context, { params, body }) => endSessionsOf(context, params.accountId, body.reason),
});

export async function endSessionsOf(
  { db, now, about }: PlatformContext,
  accountId: string,
  reason: string,
): Promise<EndedSessions> {
  const row = await readAccount(db, accountId);
  const ended = await endSessions(db, now, { accountId: row.id }, "ended_by_operator");
  about({ recordId: row.id, details: { name: row.publicId, reason, ended } });
  return { ended };
}
