import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { holdSignIn } from "../repository.second-factors";
import { Token } from "../schema";
import { PasskeyQuestion } from "../schema.second-factors";
import { askForPasskey } from "./passkey-question";
import { wrongCode } from "./second-factor";

export const askPasskeyForSecondStep = operation({
  id: "auth.askPasskeyForSecondStep",
  http: "POST /auth/mfa/passkey-options",
  summary: "Ask for a passkey as the second factor of a sign-in that waits.",
  scope: "platform",
  permission: openTo("anyone", "It answers the holder of the first step's token only."),
  limit: "public",
  audit: notAudited("A question, from which nothing follows until it is answered."),
  input: { body: z.strictObject({ mfaToken: Token }) },
  output: PasskeyQuestion,
  fails: ["code_invalid"],
  idempotency: "none",
  async run(context, { body }) {
    const { db, actor, now } = context;
    const { host } = actor.from;
    // A browser and a program ask alike; which of them may finish is asked there.
    const of = { token: body.mfaToken, host };
    const waiting =
      (await holdSignIn(db, now, { ...of, door: "program" })) ??
      (await holdSignIn(db, now, { ...of, door: "browser" }));
    if (!waiting) throw wrongCode();
    return askForPasskey(context, { purpose: "second_step", accountId: waiting.accountId });
  },
});
