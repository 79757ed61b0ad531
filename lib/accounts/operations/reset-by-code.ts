import "server-only";
import { z } from "zod";
import { inPlatform } from "@/lib/infra/db";
import { openTo, operation } from "@/lib/infra/operation";
import { emailKey } from "../policy";
import { findAccountByEmail } from "../repository";
import { tryResetCode } from "../repository.resets";
import { ResetByCode } from "../schema.ways-back";
import { finishReset, preparePassword } from "./finish-reset";
import { watchFailure } from "./suspect";

export const resetByCode = operation({
  id: "auth.resetByCode",
  http: "POST /auth/reset-password",
  summary: "Set a new password with the code from the mail.",
  description:
    "Five tries for a code, at the address that it was asked for at. Ends every session of the account, keeps its second factor, and does not sign in.",
  scope: "platform",
  permission: openTo("anyone", "The code is the proof: five tries, ten minutes, one host."),
  limit: "code",
  limitsOn: ({ body }) => [{ name: "code-try", who: `reset:${emailKey(body.email) ?? ""}` }],
  audit: "account.password_reset",
  auditsRefusals: true,
  input: { body: ResetByCode },
  output: z.undefined(),
  fails: ["code_invalid", "payload_too_large", "unavailable"],
  idempotency: "none",
  async prepare(context, { body }) {
    const key = emailKey(body.email) ?? "";
    const nobody = { laboratoryId: null, accountId: null };
    const account = await inPlatform(nobody, (db) => findAccountByEmail(db, key));
    return preparePassword(context, body.newPassword, account);
  },
  async run(context, { body }, prepared) {
    const { db, actor, now } = context;
    const asked = { emailKey: emailKey(body.email) ?? "", host: actor.from.host, code: body.code };
    const reset = await tryResetCode(db, now, asked);
    if (!reset) await watchFailure(context, "code", asked.emailKey);
    return finishReset(context, reset, body.newPassword, prepared);
  },
});
