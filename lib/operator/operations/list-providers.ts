import "server-only";
import { z } from "zod";
import { presentClinician } from "@/lib/accounts/presenter.providers";
import { ProviderStatus, ProviderView } from "@/lib/accounts/schema.registrations";
import { pageOf, pageQuery } from "@/lib/core/paging";
import { line } from "@/lib/core/text";
import { type Keyset, readPage } from "@/lib/infra/list-order";
import { openTo, operation } from "@/lib/infra/operation";
import { findClinicians, providerOrders } from "../repository.providers";
import { ProviderSort } from "../schema";

export const listClinicians = operation({
  id: "operator.listProviders",
  http: "GET /operator/providers",
  summary: "List providers who registered: pending, verified, rejected.",
  scope: "platform",
  permission: openTo("operator", "Whoever verifies licences sees them."),
  limit: "read",
  audit: "providers.listed",
  input: {
    query: z.strictObject({
      ...pageQuery,
      state: ProviderStatus.optional(),
      sort: ProviderSort.default("newest"),
      q: line({ max: 254 })
        .optional()
        .meta({ description: "A part of the name or the e-mail address, a licence or a public id." }),
    }),
  },
  output: pageOf(ProviderView),
  fails: ["malformed_request"],
  async run({ db, about }, { query: { limit, cursor, sort, ...wanted } }) {
    const listed = await readPage(
      providerOrders[sort],
      { limit, cursor },
      (keyset: Keyset) => findClinicians(db, wanted, keyset),
      presentClinician,
    );
    about({ details: { shown: listed.data.length } });
    return listed;
  },
});
