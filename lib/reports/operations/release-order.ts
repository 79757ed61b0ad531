import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notFound } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { lockOrder } from "@/lib/orders/repository";
import { prepareNotices } from "../notices";
import { releaseOrders } from "../release";
import { Released, ReleaseWhole } from "../schema";

export const releaseOrder = operation({
  id: "reports.releaseOrder",
  http: "POST /orders/{orderId}/release",
  summary: "Release all that is verified of an order, in one version of its report.",
  description:
    "The report is final when nothing of the order stays unreleased; otherwise say that it is preliminary.",
  scope: "laboratory",
  permission: "result:release",
  limit: "write",
  audit: "report.issued",
  input: { params: z.strictObject({ orderId: Id }), body: ReleaseWhole },
  output: Released,
  fails: ["not_found", "illegal_move", "precondition_failed"],
  ifMatch: "optional",
  prepare: ({ actor }) => prepareNotices(actor),
  async run(context, { params: { orderId }, body }) {
    const { version } = await lockOrder(context.db, context.actor.laboratory.id, orderId);
    checkVersion(version, context.ifMatch);
    const isPreliminary = body.preliminary ?? false;
    const [outcome] = await releaseOrders(context, [
      { orderId, resultIds: [], sampleIds: null, isPreliminary },
    ]);
    if (!outcome) throw notFound();
    if (outcome.problem) throw outcome.problem;
    return outcome.released;
  },
});
