import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { pageOf, pageQuery } from "@/lib/core/paging";
import { line } from "@/lib/core/text";
import { type Keyset, readPage } from "@/lib/infra/list-order";
import { openTo, operation } from "@/lib/infra/operation";
import { presentSuspicion } from "../presenter.watch";
import { findSuspicions, publicIdsOf, suspicionOrders } from "../repository.suspicions";
import { SuspicionKindName, SuspicionSort, SuspicionView } from "../schema.watch";

export const listSuspicions = operation({
  id: "operator.suspicions",
  http: "GET /operator/suspicions",
  summary: "See what looked like an attack.",
  scope: "platform",
  permission: openTo("operator", "Operators keep watch over the installation; no secret is told."),
  limit: "read",
  audit: "suspicions.listed",
  input: {
    query: z.strictObject({
      ...pageQuery,
      q: line({ max: 45 }).optional().meta({ description: "An IP address, or a public id." }),
      kind: SuspicionKindName.optional(),
      state: z.enum(["open", "reviewed"]).optional(),
      accountId: Id.optional(),
      sort: SuspicionSort.default("newest"),
    }),
  },
  output: pageOf(SuspicionView),
  fails: ["malformed_request"],
  async run({ db, about }, { query: { limit, cursor, sort, ...wanted } }) {
    const found = await readPage(
      suspicionOrders[sort],
      { limit, cursor },
      (keyset: Keyset) => findSuspicions(db, wanted, keyset),
      (row) => row,
    );
    const named = found.data.flatMap((row) => [row.accountId, row.reviewedById]);
    const publicIds = await publicIdsOf(
      db,
      named.filter((each) => each !== null),
    );
    about({ details: { shown: found.data.length } });
    return { ...found, data: found.data.map((row) => presentSuspicion(row, publicIds)) };
  },
});
