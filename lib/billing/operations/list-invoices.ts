import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { operation } from "@/lib/infra/operation";
import { presentSummary } from "../presenter";
import { listInvoices as findInvoices } from "../repository.list";
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
    const { limit, cursor, ...filter } = query;
    const after = readCursor(cursor, ["instant", "id"]);
    const rows = await findInvoices(db, actor.laboratory.id, filter, after, limit + 1);
    const listed = page(rows, limit, (row) => [row.createdAt.toISOString(), row.id], presentSummary);
    about({ details: { shown: listed.data.length } });
    return listed;
  },
});
