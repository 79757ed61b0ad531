import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { openTo, operation } from "@/lib/infra/operation";
import { presentSuspicion } from "../presenter.watch";
import { findSuspicions, publicIdsOf } from "../repository.suspicions";
import { SuspicionKindName, SuspicionView } from "../schema.watch";

export const listSuspicions = operation({
  id: "operator.suspicions",
  http: "GET /operator/suspicions",
  summary: "See what looked like an attack, newest first.",
  scope: "platform",
  permission: openTo("operator", "Operators keep watch over the installation; no secret is told."),
  limit: "read",
  audit: "suspicions.listed",
  input: {
    query: z.strictObject({
      ...pageQuery,
      kind: SuspicionKindName.optional(),
      state: z.enum(["open", "reviewed"]).optional(),
      accountId: Id.optional(),
    }),
  },
  output: pageOf(SuspicionView),
  fails: ["malformed_request"],
  async run({ db }, { query }) {
    const { cursor, limit, kind, state, accountId } = query;
    const [at, id] = readCursor(cursor, ["instant", "id"]) ?? [];
    const rows = await findSuspicions(db, {
      ...{ limit, before: at && id ? { at, id } : null },
      ...{ ...(kind && { kind }), ...(state && { state }), ...(accountId && { accountId }) },
    });
    const named = rows.flatMap((row) => [row.accountId, row.reviewedById]).filter((each) => each !== null);
    const publicIds = await publicIdsOf(db, named);
    return page(
      rows,
      limit,
      (row) => [row.at.toISOString(), row.id],
      (row) => presentSuspicion(row, publicIds),
    );
  },
});
