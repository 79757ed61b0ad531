import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { openTo, operation } from "@/lib/infra/operation";
import { moveForReason } from "../move-account";
import { Why } from "../schema";
import { OpenedAccount } from "../schema.accounts";

export const unlockAccount = operation({
  id: "operator.unlockAccount",
  http: "POST /operator/accounts/{accountId}/unlock",
  summary: "Unlock an account. Wrong passwords are forgotten.",
  description: "The owner is told by mail; the reason is for operators only.",
  scope: "platform",
  permission: openTo("operator", "Who runs the installation guards its accounts."),
  limit: "write",
  audit: "account.unlocked",
  input: { params: z.strictObject({ accountId: Id }), body: Why },
  output: OpenedAccount,
  fails: ["not_found", "illegal_move", "precondition_failed", "conflict"],
  ifMatch: "optional",
  run: (context, { params, body }) => moveForReason(context, params.accountId, "unlock", body.reason),
});
