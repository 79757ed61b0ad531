import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { SignIn, TicketOrWanted } from "../schema";
import { admit, enterInBrowser, provePassword } from "./sign-in";

/** The password form: it answers with a ticket, which `openBrowserSession` turns into a session of this host. */
export const startBrowserSession = operation({
  id: "auth.startBrowserSession",
  http: "page",
  summary: "Sign in with a name and a password, in a browser.",
  scope: "platform",
  permission: openTo("anyone", "The password is the proof."),
  limit: "sign-in",
  audit: "account.signed_in",
  input: { body: SignIn },
  output: TicketOrWanted,
  fails: ["unauthenticated", "payload_too_large", "unavailable"],
  prepare: (_, { body }) => provePassword(body),
  run: async (context, _, proof) => enterInBrowser(context, await admit(context, proof)),
});
