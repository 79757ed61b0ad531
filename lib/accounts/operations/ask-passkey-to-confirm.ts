import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { PasskeyQuestion } from "../schema.second-factors";
import { ownSession } from "./own-session";
import { askForPasskey } from "./passkey-question";

export const askPasskeyToConfirm = operation({
  id: "auth.askPasskeyToConfirm",
  http: "POST /auth/reauthenticate/passkey-options",
  summary: "Ask for one of your passkeys, to confirm that it is you.",
  scope: "platform",
  permission: openTo("account", "It names one's own passkeys only."),
  whileLocked: true,
  limit: "write",
  audit: notAudited("A question, from which nothing follows until it is answered."),
  input: { body: z.strictObject({}) },
  output: PasskeyQuestion,
  fails: ["session_ended"],
  idempotency: "none",
  async run(context) {
    const { account } = await ownSession(context.db, context.actor);
    return askForPasskey(context, { purpose: "confirm", accountId: account.id });
  },
});
