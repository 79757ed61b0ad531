import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { operation } from "@/lib/infra/operation";
import { orderReach } from "../policy";
import { presentOrderPage } from "../presenter";
import { findOrder } from "../repository.find";
import { OrderPage } from "../schema";

export const openOrderPage = operation({
  id: "orders.orderPage",
  http: "page",
  summary: "Show an order and what may be done with it.",
  scope: "laboratory",
  permission: "order:read",
  limit: "read",
  audit: "order.opened",
  input: { params: z.strictObject({ orderId: Id }) },
  output: OrderPage,
  fails: ["not_found"],
  async run({ db, actor, about }, { params }) {
    const row = await findOrder(db, actor.laboratory.id, params.orderId, orderReach(actor, "order:read"));
    about({ recordId: row.id, orderId: row.id, patientId: row.patientId });
    return presentOrderPage(row, actor);
  },
});
