import { type LabActor, may } from "@/lib/core/actor";
import { mayFollow } from "@/lib/core/lifecycle";
import { displayName } from "@/lib/core/names";
import { orderLifecycle } from "./lifecycle";
import { changeProblem } from "./policy";
import type {
  CollectionRow,
  OrderColumns,
  OrderRow,
  OrderSummaryRow,
  PatientColumns,
} from "./repository.find";
import type { CollectionList, Order, OrderPage, OrderPatient, OrderSummary } from "./schema";

export function presentOrder(row: OrderRow, actor: LabActor): Order {
  return {
    ...presentCore(row),
    placedBy: row.placedByName,
    clinicalNotes: row.clinicalNotes,
    fasting: row.fasting,
    pregnant: row.pregnant,
    cancelReason: row.cancelReason,
    items: presentItems(row, actor),
    samples: row.samples.map(presentSampleOfOrder),
    results: row.results.map(presentResultOfOrder),
  };
}

export function presentOrderSummary(row: OrderSummaryRow): OrderSummary {
  const { pending, entered, verified, released } = row;
  return {
    ...presentCore(row),
    itemNames: row.itemNames,
    progress: { pending, entered, verified, released },
  };
}

/** The order with what its page adds: a flag is shown to those who may read results. */
export function presentOrderPage(row: OrderRow, actor: LabActor): OrderPage {
  const readsResults = may(actor, "result:read");
  const left = new Set(row.results.filter(hasLeft).map((result) => result.testCode));
  const cancels = may(actor, "order:cancel");
  return {
    ...presentOrder(row, actor),
    results: row.results.map((result) => ({
      ...presentResultOfOrder(result),
      section: result.section,
      groupName: result.groupName,
      dueAt: instant(result.dueAt),
      flag: readsResults ? result.flag : null,
      replacesId: result.replacesId,
      supersedesId: result.supersedesId,
    })),
    may: {
      change: may(actor, "order:place") && changeProblem(row.state) === null,
      cancel: cancels && mayFollow(orderLifecycle, row.state, "cancel") && left.size === 0,
      cancelItems: row.items
        .filter(
          (item) => cancels && item.cancelledAt === null && !item.testCodes.some((code) => left.has(code)),
        )
        .map((item) => item.id),
      label: may(actor, "sample:label"),
    },
  };
}

export function presentCollection(row: CollectionRow): CollectionList["data"][number] {
  return {
    orderId: row.id,
    accessionNumber: row.accessionNumber,
    priority: row.priority,
    patient: presentPatient(row),
    fasting: row.fasting,
    placedAt: row.placedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    samples: row.samples.map((sample) => ({ ...presentSampleOfOrder(sample), version: sample.version })),
  };
}

export function presentPatient(row: PatientColumns): OrderPatient {
  return {
    id: row.patientId,
    mrn: row.mrn,
    displayName: displayName(row),
    familyName: row.familyName,
    givenName: row.givenName,
    birthDate: row.birthDate,
    birthDateEstimated: row.birthDateEstimated,
    sex: row.sex,
  };
}

function presentCore(row: OrderColumns) {
  return {
    id: row.id,
    version: row.version,
    accessionNumber: row.accessionNumber,
    state: row.state,
    priority: row.priority,
    patient: presentPatient(row),
    providerId: row.providerId,
    provider: row.providerId === null ? null : { id: row.providerId, displayName: providerName(row) },
    placedAt: row.placedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function providerName({ providerFirstName, providerLastName }: OrderColumns): string {
  return [providerFirstName, providerLastName].filter(Boolean).join(" ");
}

function presentItems({ items }: OrderRow, actor: LabActor): Order["items"] {
  const seesPrices = may(actor, "price:read") || may(actor, "invoice:read");
  return items.map(({ price, cancelledAt, ...item }) => ({
    ...item,
    ...(seesPrices && { price }),
    cancelledAt: cancelledAt === null ? null : instant(cancelledAt),
  }));
}

function presentSampleOfOrder({ version: _, ...sample }: OrderRow["samples"][number]) {
  return sample;
}

function presentResultOfOrder(result: OrderRow["results"][number]): Order["results"][number] {
  const { id, analyteCode, analyteName, testCode, sampleId, state } = result;
  return { id, analyteCode, analyteName, testCode, sampleId, state };
}

function hasLeft({ state }: OrderRow["results"][number]): boolean {
  return state === "released" || state === "withdrawn";
}

/** PostgreSQL writes instants in JSON with an offset; ours end in Z. */
function instant(text: string): string {
  return new Date(text).toISOString();
}
