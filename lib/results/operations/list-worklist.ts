import "server-only";
import { page, readCursor } from "@/lib/core/paging";
import { operation } from "@/lib/infra/operation";
import { presentQueued } from "../queue";
import { countWork, listWork } from "../repository.worklists";
import { Worklist, WorklistQuery } from "../schema.queues";

/** Beyond this many samples at the bench, the counts say "or more". */
const BENCH_MAX = 1000;

export const listWorklist = operation({
  id: "results.worklist",
  http: "GET /worklists",
  summary: "List samples at the bench with values to enter or to verify, the first due first.",
  description: "`sections` says what waits in each section of the laboratory, whatever the filter.",
  scope: "laboratory",
  permission: "worklist:read",
  limit: "read",
  audit: "worklist.opened",
  input: { query: WorklistQuery },
  output: Worklist,
  fails: ["malformed_request"],
  async run({ db, actor, now, about }, { query }) {
    const { limit, cursor, ...filter } = query;
    const laboratoryId = actor.laboratory.id;
    const after = readCursor(cursor, ["instant", "id"]);
    const rows = await listWork(db, laboratoryId, filter, after, limit);
    const counted = await countWork(db, laboratoryId, now, BENCH_MAX);
    about({ details: { filter, shown: Math.min(rows.length, limit) } });
    return {
      sections: counted.map(({ bench: _, oldestAt, ...section }) => ({
        ...section,
        oldestAt: oldestAt?.toISOString() ?? null,
      })),
      sectionsAreCapped: counted.some(({ bench }) => bench > BENCH_MAX),
      ...page(
        rows,
        limit,
        (row) => [row.dueAt.toISOString(), row.sampleId],
        (row) => presentQueued(row, now, actor.laboratory.timeZone),
      ),
    };
  },
});
