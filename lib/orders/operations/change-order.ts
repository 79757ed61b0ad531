import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notFound } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { orderPregnancyCorrected } from "../events";
import { changeProblem, orderReach } from "../policy";
import { presentOrder } from "../presenter";
import { changeOrder as change, checkProvider, type LockedOrder, lockOrder } from "../repository";
import { findOrder } from "../repository.find";
import { Order, OrderChange } from "../schema";

export const changeOrder = operation({
  id: "orders.change",
  http: "PATCH /orders/{orderId}",
  summary: "Correct an order's particulars until it is completed.",
  description:
    "Another priority moves what is due, counted from when the order was placed. Correcting the pregnancy status judges unreleased results anew.",
  scope: "laboratory",
  permission: "order:place",
  limit: "write",
  audit: "order.changed",
  input: { params: z.strictObject({ orderId: Id }), body: OrderChange },
  output: Order,
  fails: ["not_found", "illegal_move", "precondition_failed", "precondition_required", "validation_failed"],
  ifMatch: "required",
  async run({ db, actor, now, ifMatch, about, emit }, { params: { orderId }, body }) {
    const laboratoryId = actor.laboratory.id;
    const reach = orderReach(actor, "order:place");
    const before = await lockOrder(db, laboratoryId, orderId, reach);
    checkVersion(before.version, ifMatch);
    const problem = changeProblem(before.state);
    if (problem) throw problem;
    if (body.providerId !== undefined && body.providerId !== before.providerId) {
      // A provider's order stays theirs: naming another is answered as naming nobody.
      if (reach.kind === "own") throw notFound();
      if (body.providerId !== null) await checkProvider(db, laboratoryId, body.providerId);
    }

    await change(db, laboratoryId, orderId, body, now);
    about({
      recordId: orderId,
      orderId,
      patientId: before.patientId,
      details: changes(before, body),
    });
    // Not recorded counts as not pregnant: between those two nothing is judged otherwise (R6a).
    if (body.pregnant !== undefined && (body.pregnant ?? false) !== (before.pregnant ?? false)) {
      emit(orderPregnancyCorrected({ orderId }));
    }
    return presentOrder(await findOrder(db, laboratoryId, orderId), actor);
  },
});

/** Old and new by field; of free text only that it changed. */
function changes(before: LockedOrder, after: OrderChange): Record<string, unknown> {
  const { clinicalNotes, ...told } = after;
  return {
    ...Object.fromEntries(
      Object.entries(told)
        .filter(([field, value]) => value !== undefined && value !== before[field as keyof typeof told])
        .map(([field, value]) => [field, [before[field as keyof typeof told], value]]),
    ),
    ...(clinicalNotes !== undefined &&
      clinicalNotes !== before.clinicalNotes && { clinicalNotes: "changed" }),
  };
}
