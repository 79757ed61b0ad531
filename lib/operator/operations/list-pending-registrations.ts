import "server-only";
import { z } from "zod";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { line } from "@/lib/core/text";
import { openTo, operation } from "@/lib/infra/operation";
import { withInstants } from "../presenter.registrations";
import { findPending } from "../repository.registrations";
import { PendingRegistration } from "../schema.registrations";

export const listPendingRegistrations = operation({
  id: "operator.listPendingRegistrations",
  http: "GET /operator/pending-registrations",
  summary: "List registrations that wait for their code or link, newest first.",
  scope: "platform",
  permission: openTo("operator", "Who waits since when; never the code or the link."),
  limit: "read",
  audit: "registrations.listed",
  input: {
    query: z.strictObject({
      ...pageQuery,
      q: line({ max: 254 }).optional().meta({ description: "A part of the e-mail address." }),
      kind: PendingRegistration.shape.kind.optional(),
    }),
  },
  output: pageOf(PendingRegistration),
  fails: ["malformed_request"],
  async run({ db, now, about }, { query: { limit, cursor, ...wanted } }) {
    const after = readCursor(cursor, ["instant", "id"]);
    const rows = await findPending(db, now, { ...wanted, after, take: limit + 1 });
    about({ details: { shown: Math.min(rows.length, limit) } });
    return page(rows, limit, (row) => [row.createdAt.toISOString(), row.id], withInstants);
  },
});
