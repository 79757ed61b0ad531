import "server-only";
import { z } from "zod";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { notAudited, operation } from "@/lib/infra/operation";
import { presentProvider } from "../presenter";
import { listProviderRows } from "../repository.providers";
import { Provider } from "../schema";

export const listProviders = operation({
  id: "providers.list",
  http: "GET /providers",
  summary: "List the directory of providers, by family name.",
  scope: "laboratory",
  permission: "provider:read",
  limit: "read",
  audit: notAudited("It holds nothing about patients."),
  input: {
    query: z.strictObject({
      ...pageQuery,
      q: z.string().max(100).optional().meta({ description: "Beginnings of names, in any order." }),
      retired: z.stringbool().default(false),
    }),
  },
  output: pageOf(Provider),
  fails: ["malformed_request"],
  async run({ db, actor }, { query }) {
    const key = readCursor(query.cursor, ["text", "id"]);
    const { q, retired, limit } = query;
    const rows = await listProviderRows(db, {
      ...{ laboratoryId: actor.laboratory.id, q, retired, limit },
      after: key && [String(key[0]), String(key[1])],
    });
    return page(rows, limit, (row) => [row.searchName, row.id], presentProvider);
  },
});
