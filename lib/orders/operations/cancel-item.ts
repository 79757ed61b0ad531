import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { orderCancelled, orderItemCancelled } from "../events";
import { cancelItemProblem, orderReach } from "../policy";
import { presentOrder } from "../presenter";
import { lockOrder, settleOrders } from "../repository";
import { cancelItem as cancel, cancelOrder, findItem } from "../repository.cancel";
import { findOrder } from "../repository.find";
import { Cancellation, Order } from "../schema";

export const cancelItem = operation({
  id: "orders.cancelItem",
  http: "POST /orders/{orderId}/items/{itemId}/cancel",
  summary: "Cancel one item of an order of which nothing is released yet.",
  description:
    "Tests that another item needs are still done. A test that a cancelled panel contained, and that is ordered by itself too, is charged by itself again. With its last item the order is cancelled.",
  scope: "laboratory",
  permission: "order:cancel",
  limit: "write",
  audit: "order_item.cancelled",
  input: { params: z.strictObject({ orderId: Id, itemId: Id }), body: Cancellation },
  output: Order,
  fails: ["not_found", "illegal_move", "precondition_failed", "validation_failed"],
  ifMatch: "optional",
  async run({ db, actor, now, ifMatch, about, emit }, { params: { orderId, itemId }, body: { reason } }) {
    const laboratoryId = actor.laboratory.id;
    const order = await lockOrder(db, laboratoryId, orderId, orderReach(actor, "order:cancel"));
    checkVersion(order.version, ifMatch);
    const item = await findItem(db, laboratoryId, orderId, itemId);
    const problem = cancelItemProblem(item);
    if (problem) throw problem;

    await cancel(db, laboratoryId, orderId, itemId, reason, now);
    const isLast = item.othersStanding === 0;
    if (isLast) await cancelOrder(db, laboratoryId, orderId, reason, now);
    else await settleOrders(db, laboratoryId, [orderId], now);

    about({
      recordId: itemId,
      orderId,
      patientId: order.patientId,
      details: { code: item.code, reason, orderCancelled: isLast },
    });
    emit(orderItemCancelled({ orderId, itemId }));
    if (isLast) emit(orderCancelled({ orderId }));
    return presentOrder(await findOrder(db, laboratoryId, orderId), actor);
  },
});
