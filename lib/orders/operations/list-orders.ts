import "server-only";
import { page } from "@/lib/core/paging";
import { operation } from "@/lib/infra/operation";
import { orderReach, readTimeCursor } from "../policy";
import { presentOrderSummary } from "../presenter";
import { listOrders as findOrders } from "../repository.find";
import { OrderQuery, OrderSummaries } from "../schema";

export const listOrders = operation({
  id: "orders.list",
  http: "GET /orders",
  summary: "List orders, newest first.",
  scope: "laboratory",
  permission: "order:read",
  limit: "read",
  audit: "orders.listed",
  input: { query: OrderQuery },
  output: OrderSummaries,
  fails: ["malformed_request"],
  async run({ db, actor, about }, { query }) {
    const { limit, cursor, ...filter } = query;
    const after = readTimeCursor(cursor);
    const rows = await findOrders(
      db,
      actor.laboratory.id,
      filter,
      orderReach(actor, "order:read"),
      after,
      limit,
    );
    about({ details: { filter, shown: Math.min(rows.length, limit) } });
    return page(rows, limit, (row) => [row.placedAt.toISOString(), row.id], presentOrderSummary);
  },
});
