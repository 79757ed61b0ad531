import "server-only";
import { z } from "zod";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { notAudited, operation } from "@/lib/infra/operation";
import { presentMember } from "../presenter";
import { listMemberRows } from "../repository.members";
import { Member } from "../schema";

export const listMembers = operation({
  id: "members.list",
  http: "GET /members",
  summary: "List the people of the laboratory, by name.",
  scope: "laboratory",
  permission: "member:manage",
  limit: "read",
  audit: notAudited("It holds nothing about patients."),
  input: {
    query: z.strictObject({ ...pageQuery, state: z.enum(["active", "removed"]).default("active") }),
  },
  output: pageOf(Member),
  fails: ["malformed_request"],
  async run({ db, actor }, { query }) {
    const key = readCursor(query.cursor, ["text", "id"]);
    const rows = await listMemberRows(db, {
      laboratoryId: actor.laboratory.id,
      state: query.state,
      after: key && [String(key[0]), String(key[1])],
      limit: query.limit,
    });
    return page(rows, query.limit, (row) => [row.displayName, row.id], presentMember);
  },
});
