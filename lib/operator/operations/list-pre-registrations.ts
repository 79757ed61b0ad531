import "server-only";
import { z } from "zod";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { line } from "@/lib/core/text";
import { openTo, operation } from "@/lib/infra/operation";
import { withInstants } from "../presenter.registrations";
import { findPreRegistrations } from "../repository.registrations";
import { PreRegistrationLine, PreRegistrationStatus } from "../schema.registrations";

export const listPreRegistrations = operation({
  id: "operator.listPreRegistrations",
  http: "GET /operator/pre-registrations",
  summary: "List the addresses that asked to be told when the doors open, newest first.",
  scope: "platform",
  permission: openTo("operator", "Who asked to be told; never the link."),
  limit: "read",
  audit: "pre_registrations.listed",
  input: {
    query: z.strictObject({
      ...pageQuery,
      q: line({ max: 254 }).optional().meta({ description: "A part of the e-mail address." }),
      status: PreRegistrationStatus.optional(),
    }),
  },
  output: pageOf(PreRegistrationLine),
  fails: ["malformed_request"],
  async run({ db, now, about }, { query: { limit, cursor, ...wanted } }) {
    const after = readCursor(cursor, ["instant", "id"]);
    const rows = await findPreRegistrations(db, now, { ...wanted, after, take: limit + 1 });
    about({ details: { shown: Math.min(rows.length, limit) } });
    return page(rows, limit, (row) => [row.createdAt.toISOString(), row.id], withInstants);
  },
});
