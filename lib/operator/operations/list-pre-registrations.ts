import "server-only";
import { z } from "zod";
import { pageOf, pageQuery } from "@/lib/core/paging";
import { line } from "@/lib/core/text";
import { type Keyset, readPage } from "@/lib/infra/list-order";
import { openTo, operation } from "@/lib/infra/operation";
import { withInstants } from "../presenter.registrations";
import { findPreRegistrations, preRegistrationOrders } from "../repository.registrations";
import { PreRegistrationLine, PreRegistrationSort, PreRegistrationStatus } from "../schema.registrations";

export const listPreRegistrations = operation({
  id: "operator.listPreRegistrations",
  http: "GET /operator/pre-registrations",
  summary: "List the addresses that asked to be told when the doors open.",
  scope: "platform",
  permission: openTo("operator", "Who asked to be told; never the link."),
  limit: "read",
  audit: "pre_registrations.listed",
  input: {
    query: z.strictObject({
      ...pageQuery,
      q: line({ max: 254 }).optional().meta({ description: "A part of the e-mail address." }),
      status: PreRegistrationStatus.optional(),
      sort: PreRegistrationSort.default("newest"),
    }),
  },
  output: pageOf(PreRegistrationLine),
  fails: ["malformed_request"],
  async run({ db, now, about }, { query: { limit, cursor, sort, ...wanted } }) {
    const listed = await readPage(
      preRegistrationOrders[sort],
      { limit, cursor },
      (keyset: Keyset) => findPreRegistrations(db, now, wanted, keyset),
      withInstants,
    );
    about({ details: { shown: listed.data.length } });
    return listed;
  },
});
