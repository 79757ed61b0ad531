import "server-only";
import { z } from "zod";
import { emailKey } from "@/lib/accounts/policy";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { line } from "@/lib/core/text";
import { openTo, operation } from "@/lib/infra/operation";
import { presentReset } from "../presenter.accounts";
import { findResets } from "../repository.resets";
import { ResetRequest, ResetState } from "../schema.accounts";

export const listResetRequests = operation({
  id: "operator.listResetRequests",
  http: "GET /operator/password-resets",
  summary: "List requests for a new password, newest first.",
  scope: "platform",
  permission: openTo("operator", "Who asked, when and from where; never the link or the code."),
  limit: "read",
  audit: "password_resets.listed",
  input: {
    query: z.strictObject({
      ...pageQuery,
      email: line({ max: 254 }).optional().meta({ description: "The address in full." }),
      state: ResetState.optional(),
    }),
  },
  output: pageOf(ResetRequest),
  fails: ["malformed_request"],
  async run({ db, now, about }, { query: { limit, cursor, email, state } }) {
    const after = readCursor(cursor, ["instant", "id"]);
    // What is no address was asked for by nobody.
    const key = email === undefined ? undefined : (emailKey(email) ?? "");
    const rows = await findResets(db, now, { emailKey: key, state, after, take: limit + 1 });
    const listed = page(rows, limit, (row) => [row.createdAt.toISOString(), row.id], presentReset);
    about({ details: { shown: listed.data.length } });
    return listed;
  },
});
