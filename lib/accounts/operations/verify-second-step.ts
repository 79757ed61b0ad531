import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { signingKey } from "@/lib/infra/tokens";
import { SignedInOrWanted } from "../schema";
import { SecondStep } from "../schema.second-factors";
import { noticeOfRecovery, takeSecondStep } from "./second-step";
import { enterAsProgram } from "./sign-in";

export const verifySecondStep = operation({
  id: "auth.verifySecondStep",
  http: "POST /auth/mfa/verify",
  summary: "Finish a sign-in with the second factor.",
  description:
    "code is six digits of an authenticator app or a recovery code, told apart by their shape; or passkey answers the question of /auth/mfa/passkey-options. Five wrong codes end this sign-in, and five in ten minutes all others of the account.",
  scope: "platform",
  permission: openTo("anyone", "The token of the first step and the second factor are the proof."),
  limit: "sign-in",
  audit: "account.signed_in",
  input: { body: SecondStep },
  output: SignedInOrWanted,
  fails: ["code_invalid"],
  idempotency: "none",
  prepare: async (context, { body }) => ({
    key: await signingKey(),
    notice: await noticeOfRecovery(context, body),
  }),
  run: async (context, { body }, { key, notice }) =>
    enterAsProgram(context, await takeSecondStep(context, "program", body, notice), key),
});
