import "server-only";
import { page, readCursor } from "@/lib/core/paging";
import { operation } from "@/lib/infra/operation";
import { presentResult } from "../presenter";
import { listResults as find } from "../repository.find";
import { ResultQuery, Results } from "../schema";

export const listResults = operation({
  id: "results.list",
  http: "GET /results",
  summary: "List results: the newest first, or those due first.",
  scope: "laboratory",
  permission: "result:read",
  limit: "read",
  audit: "results.listed",
  input: { query: ResultQuery },
  output: Results,
  fails: ["malformed_request"],
  async run({ db, actor, about }, { query }) {
    const { limit, cursor, sort, ...filter } = query;
    const after = readCursor(cursor, ["instant", "id"]);
    const rows = await find(db, actor.laboratory.id, filter, sort, after, limit);
    about({ details: { filter, shown: Math.min(rows.length, limit) } });
    const key = sort === "due" ? "dueAt" : "createdAt";
    return page(rows, limit, (row) => [row[key].toISOString(), row.id], presentResult);
  },
});
