import "server-only";
import { z } from "zod";
import { presentClinician } from "@/lib/accounts/presenter.providers";
import { findClinicians } from "@/lib/accounts/repository.providers";
import { ProviderStatus, ProviderView } from "@/lib/accounts/schema.registrations";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { line } from "@/lib/core/text";
import { openTo, operation } from "@/lib/infra/operation";

export const listClinicians = operation({
  id: "operator.listProviders",
  http: "GET /operator/providers",
  summary: "List providers who registered: pending, verified, rejected. Newest first.",
  scope: "platform",
  permission: openTo("operator", "Whoever verifies licences sees them."),
  limit: "read",
  audit: "providers.listed",
  input: {
    query: z.strictObject({
      ...pageQuery,
      state: ProviderStatus.optional(),
      q: line({ max: 254 })
        .optional()
        .meta({ description: "A part of the name or the e-mail address, a licence or a public id." }),
    }),
  },
  output: pageOf(ProviderView),
  fails: ["malformed_request"],
  async run({ db, about }, { query: { limit, cursor, ...wanted } }) {
    const [at, id] = readCursor(cursor, ["instant", "id"]) ?? [];
    const after = at !== undefined && id !== undefined ? { createdAt: new Date(at), accountId: id } : null;
    const rows = await findClinicians(db, { ...wanted, after, take: limit + 1 });
    about({ details: { shown: Math.min(rows.length, limit) } });
    return page(rows, limit, (row) => [row.createdAt.toISOString(), row.accountId], presentClinician);
  },
});
