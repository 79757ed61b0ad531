import "server-only";
import { orderables } from "@/lib/catalogue/repository";
import { accessionNumber, sequenceKey } from "@/lib/core/accession";
import { newId } from "@/lib/core/ids";
import { notFound, Problem } from "@/lib/core/problem";
import type { LabDb } from "@/lib/infra/db";
import { nextNumber } from "@/lib/infra/numbers";
import { operation } from "@/lib/infra/operation";
import { orderPlaced } from "../events";
import { orderReach, planOrder, type Reach } from "../policy";
import { presentOrder } from "../presenter";
import { checkPatient, checkProvider, insertOrder } from "../repository";
import { findOrder } from "../repository.find";
import { Order, OrderPlacement } from "../schema";

export const placeOrder = operation({
  id: "orders.place",
  http: "POST /orders",
  summary: "Place an order.",
  description:
    "A test that two items share is done once and charged once; the same item twice is one item. The order is split into samples, one for each sample type, container and way of collection. A provider orders in their own name, for patients they registered or that an order of theirs names.",
  scope: "laboratory",
  permission: "order:place",
  limit: "write",
  audit: "order.placed",
  input: { body: OrderPlacement },
  output: Order,
  fails: ["not_found", "validation_failed", "forbidden"],
  status: 201,
  location: (order) => `/orders/${order.id}`,
  prepare: async ({ actor, now }) => {
    if (!actor.laboratory) throw notFound();
    const { id, accessionFormat, timeZone } = actor.laboratory;
    // The counter lasts as long as the date in the format does, else a number would come twice.
    const counter = `accession:${sequenceKey(accessionFormat, now, timeZone)}`;
    const sequence = await nextNumber(id, counter);
    return accessionNumber(accessionFormat, sequence, now, timeZone);
  },
  async run({ db, actor, now, about, emit }, { body }, accession) {
    const laboratoryId = actor.laboratory.id;
    const reach = orderReach(actor, "order:place");
    const memberId = actor.member?.id ?? null;
    const providerId = await orderingProvider(db, laboratoryId, reach, body.providerId);
    await checkPatient(db, laboratoryId, body.patientId, reach, memberId);

    const asked = await orderables(db, laboratoryId, body.items);
    const id = newId();
    await insertOrder(
      db,
      laboratoryId,
      {
        id,
        accessionNumber: accession,
        patientId: body.patientId,
        providerId,
        priority: body.priority,
        clinicalNotes: body.clinicalNotes ?? null,
        fasting: body.fasting ?? null,
        pregnant: body.pregnant ?? null,
        placedById: memberId,
        placedByName: actor.name,
        placedAt: now,
      },
      planOrder(asked, body.priority, now),
    );

    about({
      recordId: id,
      orderId: id,
      patientId: body.patientId,
      details: { accessionNumber: accession, items: asked.map(({ code }) => code) },
    });
    emit(orderPlaced({ orderId: id }));
    return presentOrder(await findOrder(db, laboratoryId, id), actor);
  },
});

/**
 * Whose order it is. Who orders as a provider is named by us; naming another is answered as naming nobody.
 */
async function orderingProvider(
  db: LabDb,
  laboratoryId: string,
  reach: Reach,
  named: string | undefined,
): Promise<string | null> {
  if (reach.kind === "own" && reach.providerId === null) {
    throw new Problem(
      "forbidden",
      "You are not linked to a provider of this laboratory's directory yet. Ask an administrator to link you.",
    );
  }
  if (reach.kind === "own" && named !== undefined && named !== reach.providerId) throw notFound();
  const providerId = named ?? (reach.kind === "own" ? reach.providerId : null);
  if (providerId !== null) await checkProvider(db, laboratoryId, providerId);
  return providerId;
}
