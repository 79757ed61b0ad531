import "server-only";
import { z } from "zod";
import { page, pageQuery } from "@/lib/core/paging";
import { operation } from "@/lib/infra/operation";
import { readRankedCursor } from "../policy";
import { presentCollection } from "../presenter";
import { listCollections as findCollections, urgencyOf } from "../repository.find";
import { CollectionList } from "../schema";

export const listCollections = operation({
  id: "orders.collectionList",
  http: "page",
  summary: "List what is still to be taken, by order, the most urgent first.",
  scope: "laboratory",
  permission: "sample:read",
  limit: "read",
  audit: "collections.listed",
  input: { query: z.strictObject(pageQuery) },
  output: CollectionList,
  fails: ["malformed_request"],
  async run({ db, actor, about }, { query: { limit, cursor } }) {
    const after = readRankedCursor(cursor);
    const rows = await findCollections(db, actor.laboratory.id, after, limit);
    about({ details: { shown: Math.min(rows.length, limit) } });
    return page(
      rows,
      limit,
      (row) => [urgencyOf(row.priority), row.placedAt.toISOString(), row.id],
      presentCollection,
    );
  },
});
