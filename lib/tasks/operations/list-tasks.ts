import "server-only";
import { type Keyset, readPage } from "@/lib/infra/list-order";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { presentForOperators } from "../presenter";
import { findTasks, taskOrders } from "../repository";
import { OperatorTaskQuery, OperatorTasks } from "../schema";

export const listTasks = operation({
  id: "tasks.list",
  http: "GET /operator/tasks",
  summary: "List background tasks of the whole installation.",
  scope: "platform",
  permission: openTo("operator", "Tasks carry ids and no patient's data."),
  limit: "read",
  audit: notAudited("Tasks carry ids and no patient's data."),
  input: { query: OperatorTaskQuery },
  output: OperatorTasks,
  fails: ["malformed_request"],
  run: ({ db }, { query: { limit, cursor, sort, ...wanted } }) =>
    readPage(
      taskOrders[sort],
      { limit, cursor },
      (keyset: Keyset) => findTasks(db, wanted, keyset),
      presentForOperators,
    ),
});
