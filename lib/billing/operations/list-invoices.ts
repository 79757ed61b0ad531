import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { operation } from "@/lib/infra/operation";
import { presentSummary } from "../presenter";
import { listInvoices as findInvoices } from "../repository";
import { InvoiceState, InvoiceSummary } from "../schema";

export const listInvoices = operation({
  id: "invoices.list",
  http: "GET /invoices",
  summary: "List invoices, newest first.",
  scope: "laboratory",
  permission: "invoice:read",
  limit: "read",
  audit: "invoice.listed",
  input: {
    query: z.strictObject({
      ...pageQuery,
      state: InvoiceState.optional(),
      orderId: Id.optional(),
      number: z.string().max(40).optional(),
    }),
  },
  output: pageOf(InvoiceSummary),
  fails: [],
  async run({ db, actor, about }, { query }) {
    const cursor = readCursor(query.cursor, ["instant", "id"]);
    const [at, id] = cursor ?? [];
    const rows = await findInvoices(
      db,
      {
        laboratoryId: actor.laboratory.id,
        ...(query.state && { state: query.state }),
        ...(query.orderId && { orderId: query.orderId }),
        ...(query.number && { number: query.number }),
        ...(cursor && {
          OR: [
            { createdAt: { lt: new Date(String(at)) } },
            { createdAt: new Date(String(at)), id: { lt: String(id) } },
          ],
        }),
      },
      query.limit + 1,
    );
    const listed = page(rows, query.limit, (row) => [row.createdAt.toISOString(), row.id], presentSummary);
    about({ details: { shown: listed.data.length } });
    return listed;
  },
});
