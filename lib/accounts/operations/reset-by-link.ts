import "server-only";
import { z } from "zod";
import { inPlatform } from "@/lib/infra/db";
import { openTo, operation } from "@/lib/infra/operation";
import { readReset, spendResetLink } from "../repository.resets";
import { ResetByLink } from "../schema.ways-back";
import { finishReset, preparePassword, resetInvalid } from "./finish-reset";

export const resetByLink = operation({
  id: "auth.resetByLink",
  http: "POST /auth/password-reset/confirm",
  summary: "Set a new password with the link from the mail.",
  description:
    "Ends every session of the account, keeps its second factor, and does not sign in. The link works once, at the address that it was asked for at.",
  scope: "platform",
  permission: openTo("anyone", "The link is the proof: 256 bits, one use, one day, one host."),
  limit: "code",
  audit: "account.password_reset",
  auditsRefusals: true,
  input: { body: ResetByLink },
  output: z.undefined(),
  fails: ["code_invalid", "payload_too_large", "unavailable"],
  idempotency: "none",
  async prepare({ actor, now }, { body }) {
    const { uid, token, newPassword } = body;
    const account = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
      const reset = await readReset(db, now, { uid, token, host: actor.from.host });
      return reset && (await db.account.findFirst({ where: { id: reset.accountId } }));
    });
    // Nobody guesses a link: there is nothing to keep silent about.
    if (!account) throw resetInvalid();
    return preparePassword({ actor, now }, newPassword, account);
  },
  async run(context, { body }, prepared) {
    const { uid, token, newPassword } = body;
    const { db, actor, now } = context;
    const reset = await spendResetLink(db, now, { uid, token, host: actor.from.host });
    return finishReset(context, reset, newPassword, prepared);
  },
});
