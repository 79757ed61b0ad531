import "server-only";
import { z } from "zod";
import { type LabActor, may } from "@/lib/core/actor";
import { ageAt, formatAge } from "@/lib/core/age";
import { Id } from "@/lib/core/ids";
import { type LabContext, operation } from "@/lib/infra/operation";
import { orderReach } from "@/lib/orders/policy";
import { presentOrderPage } from "@/lib/orders/presenter";
import { findOrder } from "@/lib/orders/repository.find";
import { presentReport } from "@/lib/reports/presenter";
import { reportsOfOrders } from "@/lib/reports/repository.find";
import { flagOf, presentInterval } from "@/lib/results/presenter";
import { resultsOfOrders } from "@/lib/results/repository.find";
import { openCallsAmong, previousValues } from "@/lib/results/repository.grid";
import type { ResultRow } from "@/lib/results/repository.row";
import { presentSample } from "@/lib/samples/presenter";
import { findSamplesOfOrder } from "@/lib/samples/repository.find";
import { presentSummary } from "../presenter";
import { listInvoices } from "../repository.list";
import { type OrderLine, WholeOrder } from "../schema.order-page";

const INVOICES_MAX = 20;

/** Here, because billing is the last of the rooms that an order passes through: it may look at all before it. */
export const openWholeOrder = operation({
  id: "orders.whole",
  http: "page",
  summary: "Show an order with its samples, results, reports and invoices.",
  scope: "laboratory",
  permission: "order:read",
  limit: "read",
  audit: "order.opened",
  input: { params: z.strictObject({ orderId: Id }) },
  output: WholeOrder,
  fails: ["not_found"],
  async run(context, { params: { orderId } }) {
    const { db, actor, about } = context;
    const laboratoryId = actor.laboratory.id;
    const row = await findOrder(db, laboratoryId, orderId, orderReach(actor, "order:read"));
    const samples = (await findSamplesOfOrder(db, laboratoryId, orderId)).map(presentSample);
    about({ recordId: orderId, orderId, patientId: row.patientId });
    return {
      ...presentOrderPage(row, actor),
      samples,
      ageAtCollection: ageAtFirst(samples, row.birthDate, actor),
      lines: may(actor, "result:read") ? await linesOf(context, orderId) : [],
      reports: may(actor, "report:read")
        ? (await reportsOfOrders(db, laboratoryId, [orderId])).map((report) =>
            presentReport(report, actor.laboratory.slug),
          )
        : [],
      invoices: may(actor, "invoice:read")
        ? (await listInvoices(db, laboratoryId, { orderId }, null, INVOICES_MAX)).map(presentSummary)
        : [],
    };
  },
});

function ageAtFirst(
  samples: readonly { collectedAt: string | null }[],
  birthDate: string | null,
  { laboratory }: LabActor,
): string | null {
  const [first] = samples.flatMap(({ collectedAt }) => (collectedAt ? [collectedAt] : [])).sort();
  return first ? formatAge(ageAt(birthDate, new Date(first), laboratory.timeZone)) : null;
}

async function linesOf({ db, actor }: LabContext, orderId: string): Promise<OrderLine[]> {
  const laboratoryId = actor.laboratory.id;
  const rows = (await resultsOfOrders(db, laboratoryId, [orderId])).filter(stands);
  const ids = rows.map(({ id }) => id);
  const previous = await previousValues(db, laboratoryId, ids);
  const openCalls = await openCallsAmong(db, laboratoryId, ids);
  return rows.map((row) => {
    const { id, sampleId, testCode, analyteName, state, value, notReported, unit } = row;
    const { commentForReport, cancelReason, amendReason } = row;
    const before = previous.get(id);
    return {
      ...{ id, sampleId, testCode, analyteName, state, value, notReported, unit },
      ...{ commentForReport, cancelReason, amendReason },
      flag: flagOf(row.flag),
      interval: presentInterval(row.interval),
      isBeingAmended: row.openAmendmentId !== null,
      callIsOpen: openCalls.has(id),
      previous: before ? { value: before.value, at: before.at.toISOString() } : null,
    };
  });
}

/** An amendment shows when it is released; until then the value that left the laboratory is what stands. */
function stands({ state, isSuperseded, supersedesId }: ResultRow): boolean {
  if (state === "replaced" || isSuperseded) return false;
  return supersedesId === null || state === "released" || state === "withdrawn";
}
