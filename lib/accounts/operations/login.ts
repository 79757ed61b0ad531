import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { signingKey } from "@/lib/infra/tokens";
import { SignedInOrWanted, SignIn } from "../schema";
import { admit, enterAsProgram, provePassword } from "./sign-in";

export const login = operation({
  id: "auth.login",
  http: "POST /auth/login",
  summary: "Sign in with a name and a password.",
  description:
    "Every sign-in that does not succeed answers the same: wrong password, no such account, locked for a while, or not a member here.",
  scope: "platform",
  permission: openTo("anyone", "The password is the proof."),
  limit: "sign-in",
  audit: "account.signed_in",
  input: { body: SignIn },
  output: SignedInOrWanted,
  fails: ["unauthenticated", "payload_too_large", "unavailable"],
  idempotency: "none",
  prepare: async (_, { body }) => ({ proof: await provePassword(body), key: await signingKey() }),
  run: async (context, _, { proof, key }) => enterAsProgram(context, await admit(context, proof), key),
});
