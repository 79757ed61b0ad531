import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { PasskeyQuestion } from "../schema.second-factors";
import { askForPasskey } from "./passkey-question";

export const askPasskeyToSignIn = operation({
  id: "auth.askPasskey",
  http: "POST /auth/passkeys/options",
  summary: "Ask for a passkey to sign in with; it tells by itself who comes.",
  scope: "platform",
  permission: openTo("anyone", "The question is the same for everybody and names nobody."),
  limit: "public",
  audit: notAudited("A question, from which nothing follows until it is answered."),
  input: { body: z.strictObject({}) },
  output: PasskeyQuestion,
  fails: [],
  idempotency: "none",
  run: (context) => askForPasskey(context, { purpose: "sign_in", accountId: null }),
});
