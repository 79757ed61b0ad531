import "server-only";
import { z } from "zod";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { presentSession } from "../presenter";
import { findOpenSessions } from "../repository.sessions";
import { SessionView } from "../schema";

export const listSessions = operation({
  id: "auth.listSessions",
  http: "GET /auth/sessions",
  summary: "See where you are signed in, newest first.",
  scope: "platform",
  permission: openTo("account", "Everybody may see their own sessions."),
  limit: "read",
  audit: notAudited("A person looks at their own sessions."),
  input: { query: z.strictObject(pageQuery) },
  output: pageOf(SessionView),
  fails: ["malformed_request"],
  async run({ db, actor, now }, { query }) {
    if (!actor.account) return { data: [], nextCursor: null, hasMore: false };
    const before = readCursor(query.cursor, ["id"])?.[0] ?? null;
    const rows = await findOpenSessions(db, now, {
      accountId: actor.account.id,
      before: typeof before === "string" ? before : null,
      limit: query.limit,
    });
    const current = actor.session?.id ?? null;
    return page(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => presentSession(row, current),
    );
  },
});
