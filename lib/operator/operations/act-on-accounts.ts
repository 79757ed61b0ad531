import "server-only";
import { z } from "zod";
import { openTo, operation } from "@/lib/infra/operation";
import { moveForReason } from "../move-account";
import { ActedOn, Outcomes, onEach } from "../on-each";
import { Why } from "../schema";
import { endSessionsOf } from "./end-account-sessions";

export const actOnAccounts = operation({
  id: "operator.actOnAccounts",
  http: "POST /operator/accounts/actions",
  summary:
    "Lock or unlock several accounts, or sign them out, each by itself: one that is refused does not stop the others.",
  scope: "platform",
  permission: openTo("operator", "Who runs the installation guards its accounts."),
  limit: "write",
  audit: "account.acted_on",
  input: { body: Why.extend({ action: z.enum(["lock", "unlock", "end_sessions"]), accountIds: ActedOn }) },
  output: Outcomes,
  fails: ["validation_failed"],
  async run(given, { body: { action, accountIds, reason } }) {
    const about: typeof given.about = ({ details, ...subject }) =>
      given.about({ ...subject, details: { action, ...details } });
    // Versions are each account's own; here they were all looked at a moment ago.
    const context = { ...given, about, ifMatch: null };
    return onEach(accountIds, (id) =>
      action === "end_sessions"
        ? endSessionsOf(context, id, reason)
        : moveForReason(context, id, action, reason),
    );
  },
});
