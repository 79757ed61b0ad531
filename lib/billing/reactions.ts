import "server-only";
import { displayName } from "@/lib/core/names";
import type { LabContext } from "@/lib/infra/operation";
import { keptLines } from "./operations/change-invoice";
import { linesOf } from "./operations/create-invoice";
import { draftOf, insertInvoice, moveInvoice, orderForBilling, replaceLines } from "./repository";

type Payload = Record<string, string>;

/** An order brings its draft with it, at the prices of the moment (R24). */
export async function draftInvoice({ db, actor, now }: LabContext, { orderId = "" }: Payload): Promise<void> {
  const { id: laboratoryId, currency } = actor.laboratory;
  const order = await orderForBilling(db, laboratoryId, orderId);
  const billTo = displayName(order.patient);
  await insertInvoice(db, { laboratoryId, orderId, billTo, currency, now }, linesOf(order.items));
}

/** A cancelled item leaves the draft; what it had paid for others is charged with them. */
export async function followItems({ db, actor, now }: LabContext, { orderId = "" }: Payload): Promise<void> {
  const laboratoryId = actor.laboratory.id;
  const draft = await draftOf(db, laboratoryId, orderId);
  if (!draft) return;
  const { items } = await orderForBilling(db, laboratoryId, orderId);
  const living = new Map(linesOf(items).map((line) => [line.orderItemId, line]));
  const kept = keptLines(draft).flatMap((line) => {
    if (!line.orderItemId) return [line];
    const item = living.get(line.orderItemId);
    if (!item) return [];
    // A price that somebody gave a discount on was theirs to decide.
    return [line.discount ? line : { ...line, unitPrice: item.unitPrice }];
  });
  await replaceLines(db, draft, kept, draft.billTo, now);
}

/** A cancelled order's draft is void; an issued invoice is corrected by people. */
export async function voidDraft({ db, actor, now }: LabContext, { orderId = "" }: Payload): Promise<void> {
  const draft = await draftOf(db, actor.laboratory.id, orderId);
  if (!draft) return;
  const version = draft.version + 1;
  await moveInvoice(db, draft, {
    state: "void",
    voidedAt: now,
    voidReason: "The order was cancelled.",
    updatedAt: now,
    version,
  });
}
