import "server-only";
import { z } from "zod";
import { AccountType } from "@/lib/accounts/schema";
import { pageOf, pageQuery } from "@/lib/core/paging";
import { line } from "@/lib/core/text";
import { type Keyset, readPage } from "@/lib/infra/list-order";
import { openTo, operation } from "@/lib/infra/operation";
import { presentAccountLine } from "../presenter.accounts";
import { accountOrders, findAccounts } from "../repository.accounts";
import { AccountLine, AccountSort, AccountState } from "../schema.accounts";

export const listAccounts = operation({
  id: "operator.listAccounts",
  http: "GET /operator/accounts",
  summary: "Find accounts by e-mail, public id, username or the beginning of a name.",
  scope: "platform",
  permission: openTo("operator", "Names and e-mails, never what somebody signs in with."),
  limit: "read",
  audit: "accounts.searched",
  input: {
    query: z.strictObject({
      ...pageQuery,
      q: line({ max: 254 }).optional().meta({
        description: "An e-mail address or a username in full, a public id, or the beginning of a name.",
      }),
      state: AccountState.optional(),
      kind: AccountType.optional(),
      operators: z.stringbool().optional().meta({ description: "Only operators, or none of them." }),
      sort: AccountSort.default("newest"),
    }),
  },
  output: pageOf(AccountLine),
  fails: ["malformed_request"],
  async run({ db, about }, { query: { limit, cursor, sort, ...wanted } }) {
    const listed = await readPage(
      accountOrders[sort],
      { limit, cursor },
      (keyset: Keyset) => findAccounts(db, wanted, keyset),
      presentAccountLine,
    );
    about({ details: { shown: listed.data.length } });
    return listed;
  },
});
