import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { page } from "@/lib/core/paging";
import { operation } from "@/lib/infra/operation";
import { orderReach, readTimeCursor } from "../policy";
import { presentOrderSummary } from "../presenter";
import { checkPatient } from "../repository";
import { listOrders } from "../repository.find";
import { OrderSummaries, PatientOrderQuery } from "../schema";

export const listPatientOrders = operation({
  id: "orders.listOfPatient",
  http: "GET /patients/{patientId}/orders",
  summary: "List a patient's orders, newest first.",
  scope: "laboratory",
  permission: "order:read",
  limit: "read",
  audit: "orders.listed",
  input: { params: z.strictObject({ patientId: Id }), query: PatientOrderQuery },
  output: OrderSummaries,
  fails: ["not_found", "malformed_request"],
  async run({ db, actor, about }, { params: { patientId }, query }) {
    const { limit, cursor, ...filter } = query;
    const after = readTimeCursor(cursor);
    const laboratoryId = actor.laboratory.id;
    const reach = orderReach(actor, "order:read");
    await checkPatient(db, laboratoryId, patientId, reach, actor.member?.id ?? null);
    const rows = await listOrders(db, laboratoryId, { ...filter, patientId }, reach, after, limit);
    about({ recordId: patientId, patientId, details: { shown: Math.min(rows.length, limit) } });
    return page(rows, limit, (row) => [row.placedAt.toISOString(), row.id], presentOrderSummary);
  },
});
