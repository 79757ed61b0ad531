import "server-only";
import { page, readCursor } from "@/lib/core/paging";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { presentForOperators } from "../presenter";
import { findTasks } from "../repository";
import { OperatorTaskQuery, OperatorTasks } from "../schema";

export const listTasks = operation({
  id: "tasks.list",
  http: "GET /operator/tasks",
  summary: "List background tasks of the whole installation, the newest first.",
  scope: "platform",
  permission: openTo("operator", "Tasks carry ids and no patient's data."),
  limit: "read",
  audit: notAudited("Tasks carry ids and no patient's data."),
  input: { query: OperatorTaskQuery },
  output: OperatorTasks,
  fails: ["malformed_request"],
  async run({ db }, { query }) {
    const rows = await findTasks(db, query, readCursor(query.cursor, ["instant", "id"]));
    return page(rows, query.limit, (row) => [row.createdAt.toISOString(), row.id], presentForOperators);
  },
});
