import "server-only";
import { z } from "zod";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { notAudited, operation } from "@/lib/infra/operation";
import { presentInvitation } from "../presenter";
import { listInvitationRows } from "../repository.invitations";
import { Invitation } from "../schema";

export const listInvitations = operation({
  id: "invitations.list",
  http: "GET /invitations",
  summary: "List invitations, newest first.",
  scope: "laboratory",
  permission: "member:manage",
  limit: "read",
  audit: notAudited("It holds nothing about patients."),
  input: {
    query: z.strictObject({
      ...pageQuery,
      state: z.enum(["open", "accepted", "withdrawn"]).default("open"),
    }),
  },
  output: pageOf(Invitation),
  fails: ["malformed_request"],
  async run({ db, actor, now }, { query }) {
    const before = readCursor(query.cursor, ["id"])?.[0];
    const rows = await listInvitationRows(db, {
      laboratoryId: actor.laboratory.id,
      state: query.state,
      before: typeof before === "string" ? before : null,
      limit: query.limit,
    });
    return page(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => presentInvitation(row, now),
    );
  },
});
