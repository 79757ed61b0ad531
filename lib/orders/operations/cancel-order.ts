import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { follow } from "@/lib/core/lifecycle";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { orderCancelled } from "../events";
import { orderLifecycle } from "../lifecycle";
import { cancelProblem, orderReach } from "../policy";
import { presentOrder } from "../presenter";
import { lockOrder } from "../repository";
import { cancelOrder as cancel, countReleased } from "../repository.cancel";
import { findOrder } from "../repository.find";
import { Cancellation, Order } from "../schema";

export const cancelOrder = operation({
  id: "orders.cancel",
  http: "POST /orders/{orderId}/cancel",
  summary: "Cancel an order of which nothing is released yet.",
  description:
    "Its items, tests and results are cancelled, and samples that have not arrived. What has arrived at the bench is done with: it can be stored and disposed of.",
  scope: "laboratory",
  permission: "order:cancel",
  limit: "write",
  audit: "order.cancelled",
  input: { params: z.strictObject({ orderId: Id }), body: Cancellation },
  output: Order,
  fails: ["not_found", "illegal_move", "precondition_failed", "validation_failed"],
  ifMatch: "optional",
  async run({ db, actor, now, ifMatch, about, emit }, { params: { orderId }, body: { reason } }) {
    const laboratoryId = actor.laboratory.id;
    const order = await lockOrder(db, laboratoryId, orderId, orderReach(actor, "order:cancel"));
    checkVersion(order.version, ifMatch);
    const state = follow(orderLifecycle, order.state, "cancel");
    const problem = cancelProblem(await countReleased(db, laboratoryId, orderId));
    if (problem) throw problem;
    await cancel(db, laboratoryId, orderId, reason, now);
    about({
      recordId: orderId,
      orderId,
      patientId: order.patientId,
      details: { state: [order.state, state], reason },
    });
    emit(orderCancelled({ orderId }));
    return presentOrder(await findOrder(db, laboratoryId, orderId), actor);
  },
});
