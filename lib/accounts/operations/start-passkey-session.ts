import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { TicketOrWanted } from "../schema";
import { PasskeyProof } from "../schema.second-factors";
import { admitPasskey } from "./passkey-sign-in";
import { enterInBrowser } from "./sign-in";

export const startPasskeySession = operation({
  id: "auth.startPasskeySession",
  http: "page",
  summary: "Sign in with a passkey, in a browser.",
  scope: "platform",
  permission: openTo(
    "anyone",
    "The passkey is the proof: of this host, verified by its holder, once a question.",
  ),
  limit: "sign-in",
  audit: "account.signed_in",
  input: { body: PasskeyProof },
  output: TicketOrWanted,
  fails: ["unauthenticated"],
  run: async (context, { body }) => enterInBrowser(context, await admitPasskey(context, body)),
});
