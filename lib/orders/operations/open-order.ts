import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { operation } from "@/lib/infra/operation";
import { orderReach } from "../policy";
import { presentOrder } from "../presenter";
import { findOrder } from "../repository.find";
import { Order } from "../schema";

export const openOrder = operation({
  id: "orders.open",
  http: "GET /orders/{orderId}",
  summary: "Open an order with its items, samples and the state of its results.",
  scope: "laboratory",
  permission: "order:read",
  limit: "read",
  audit: "order.opened",
  input: { params: z.strictObject({ orderId: Id }) },
  output: Order,
  fails: ["not_found"],
  async run({ db, actor, about }, { params }) {
    const row = await findOrder(db, actor.laboratory.id, params.orderId, orderReach(actor, "order:read"));
    about({ recordId: row.id, orderId: row.id, patientId: row.patientId });
    return presentOrder(row, actor);
  },
});
