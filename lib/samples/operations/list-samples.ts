import "server-only";
import { page } from "@/lib/core/paging";
import { operation } from "@/lib/infra/operation";
import { readTimeCursor } from "@/lib/orders/policy";
import { presentSampleSummary } from "../presenter";
import { listSamples as findSamples } from "../repository.find";
import { SampleQuery, SampleSummaries } from "../schema";

export const listSamples = operation({
  id: "samples.list",
  http: "GET /samples",
  summary: "List samples, newest first.",
  scope: "laboratory",
  permission: "sample:read",
  limit: "read",
  audit: "samples.listed",
  input: { query: SampleQuery },
  output: SampleSummaries,
  fails: ["malformed_request"],
  async run({ db, actor, about }, { query }) {
    const { limit, cursor, ...filter } = query;
    const rows = await findSamples(db, actor.laboratory.id, filter, readTimeCursor(cursor), limit);
    about({ details: { filter, shown: Math.min(rows.length, limit) } });
    return page(rows, limit, (row) => [row.createdAt.toISOString(), row.id], presentSampleSummary);
  },
});
