import "server-only";
import { z } from "zod";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { notAudited, operation } from "@/lib/infra/operation";
import { presentKey } from "../presenter.api-keys";
import { findKeys } from "../repository.api-keys";
import { ApiKeyView } from "../schema.api-keys";
import { keeperOf } from "./tell-of-key";

export const listApiKeys = operation({
  id: "apiKeys.list",
  http: "GET /api-keys",
  summary: "See the laboratory's API keys, newest first.",
  scope: "platform",
  permission: "key:manage",
  limit: "read",
  audit: notAudited("Keys hold no patient's data, and their secrets are not told."),
  input: { query: z.strictObject(pageQuery) },
  output: pageOf(ApiKeyView),
  fails: ["malformed_request", "not_found"],
  async run({ db, actor, now }, { query }) {
    const { laboratory } = keeperOf(actor);
    const before = readCursor(query.cursor, ["id"])?.[0] ?? null;
    const rows = await findKeys(db, { laboratoryId: laboratory.id, before, limit: query.limit });
    return page(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => presentKey(row, now),
    );
  },
});
