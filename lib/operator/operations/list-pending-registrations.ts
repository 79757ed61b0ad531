import "server-only";
import { z } from "zod";
import { pageOf, pageQuery } from "@/lib/core/paging";
import { line } from "@/lib/core/text";
import { type Keyset, readPage } from "@/lib/infra/list-order";
import { openTo, operation } from "@/lib/infra/operation";
import { withInstants } from "../presenter.registrations";
import { findPending, pendingOrders } from "../repository.registrations";
import { PendingRegistration, PendingSort } from "../schema.registrations";

export const listPendingRegistrations = operation({
  id: "operator.listPendingRegistrations",
  http: "GET /operator/pending-registrations",
  summary: "List registrations that wait for their code or link.",
  scope: "platform",
  permission: openTo("operator", "Who waits since when; never the code or the link."),
  limit: "read",
  audit: "registrations.listed",
  input: {
    query: z.strictObject({
      ...pageQuery,
      q: line({ max: 254 }).optional().meta({ description: "A part of the e-mail address." }),
      kind: PendingRegistration.shape.kind.optional(),
      sort: PendingSort.default("newest"),
    }),
  },
  output: pageOf(PendingRegistration),
  fails: ["malformed_request"],
  async run({ db, now, about }, { query: { limit, cursor, sort, ...wanted } }) {
    const listed = await readPage(
      pendingOrders[sort],
      { limit, cursor },
      (keyset: Keyset) => findPending(db, now, wanted, keyset),
      withInstants,
    );
    about({ details: { shown: listed.data.length } });
    return listed;
  },
});
