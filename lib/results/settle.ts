import type { LabContext } from "@/lib/infra/operation";
import { settleOrders } from "@/lib/orders/repository";
import { settleSamples } from "@/lib/samples/repository";

/** Lets the states of samples and orders follow from what was just done to their results. */
export async function settle(
  { db, actor, now }: Pick<LabContext, "db" | "actor" | "now">,
  touched: readonly { sampleId: string; orderId: string }[],
): Promise<void> {
  const laboratoryId = actor.laboratory.id;
  const ids = (key: "sampleId" | "orderId") => [...new Set(touched.map((each) => each[key]))];
  await settleSamples(db, laboratoryId, ids("sampleId"), now);
  await settleOrders(db, laboratoryId, ids("orderId"), now);
}
