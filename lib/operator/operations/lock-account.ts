import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { openTo, operation } from "@/lib/infra/operation";
import { moveForReason } from "../move-account";
import { Why } from "../schema";
import { OpenedAccount } from "../schema.accounts";

export const lockAccount = operation({
  id: "operator.lockAccount",
  http: "POST /operator/accounts/{accountId}/lock",
  summary: "Lock an account: its sessions end, and it cannot sign in until it is unlocked.",
  description: "The owner is told by mail; the reason is for operators only.",
  scope: "platform",
  permission: openTo("operator", "Who runs the installation guards its accounts."),
  limit: "write",
  audit: "account.locked",
  input: { params: z.strictObject({ accountId: Id }), body: Why },
  output: OpenedAccount,
  fails: ["not_found", "illegal_move", "precondition_failed", "conflict"],
  ifMatch: "optional",
  run: (context, { params, body }) => moveForReason(context, params.accountId, "lock", body.reason),
});
