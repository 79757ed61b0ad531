import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { openTo, operation } from "@/lib/infra/operation";
import { presentOpenedAccount } from "../presenter.accounts";
import { readAccount, readBelongings } from "../repository.accounts";
import { OpenedAccount } from "../schema.accounts";

export const openAccount = operation({
  id: "operator.openAccount",
  http: "GET /operator/accounts/{accountId}",
  summary: "See an account: where it is signed in, where it works, and what guards it.",
  description: "Never a password, a code, a token or the hash of one.",
  scope: "platform",
  permission: openTo("operator", "It tells who and where, never what somebody signs in with."),
  limit: "read",
  audit: "account.opened",
  input: { params: z.strictObject({ accountId: Id }) },
  output: OpenedAccount,
  fails: ["not_found"],
  async run({ db, now }, { params }) {
    const row = await readAccount(db, params.accountId);
    return presentOpenedAccount(row, await readBelongings(db, now, row.id));
  },
});
