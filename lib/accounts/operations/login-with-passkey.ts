import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { signingKey } from "@/lib/infra/tokens";
import { SignedInOrWanted } from "../schema";
import { PasskeyProof } from "../schema.second-factors";
import { admitPasskey } from "./passkey-sign-in";
import { enterAsProgram } from "./sign-in";

export const loginWithPasskey = operation({
  id: "auth.loginWithPasskey",
  http: "POST /auth/passkeys/verify",
  summary: "Sign in with a passkey.",
  scope: "platform",
  permission: openTo(
    "anyone",
    "The passkey is the proof: of this host, verified by its holder, once a question.",
  ),
  limit: "sign-in",
  audit: "account.signed_in",
  input: { body: PasskeyProof },
  output: SignedInOrWanted,
  fails: ["unauthenticated"],
  idempotency: "none",
  prepare: () => signingKey(),
  run: async (context, { body }, key) => enterAsProgram(context, await admitPasskey(context, body), key),
});
