import "server-only";
import { z } from "zod";
import { emailKey } from "@/lib/accounts/policy";
import { pageOf, pageQuery } from "@/lib/core/paging";
import { line } from "@/lib/core/text";
import { type Keyset, readPage } from "@/lib/infra/list-order";
import { openTo, operation } from "@/lib/infra/operation";
import { presentReset } from "../presenter.accounts";
import { findResets, resetOrders } from "../repository.resets";
import { ResetRequest, ResetSort, ResetState } from "../schema.accounts";

export const listResetRequests = operation({
  id: "operator.listResetRequests",
  http: "GET /operator/password-resets",
  summary: "List requests for a new password.",
  scope: "platform",
  permission: openTo("operator", "Who asked, when and from where; never the link or the code."),
  limit: "read",
  audit: "password_resets.listed",
  input: {
    query: z.strictObject({
      ...pageQuery,
      email: line({ max: 254 }).optional().meta({ description: "The address in full." }),
      state: ResetState.optional(),
      sort: ResetSort.default("newest"),
    }),
  },
  output: pageOf(ResetRequest),
  fails: ["malformed_request"],
  async run({ db, now, about }, { query: { limit, cursor, sort, email, state } }) {
    // What is no address was asked for by nobody.
    const key = email === undefined ? undefined : (emailKey(email) ?? "");
    const listed = await readPage(
      resetOrders[sort],
      { limit, cursor },
      (keyset: Keyset) => findResets(db, now, { emailKey: key, state }, keyset),
      presentReset,
    );
    about({ details: { shown: listed.data.length } });
    return listed;
  },
});
