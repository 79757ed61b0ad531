import "server-only";
import { z } from "zod";
import { openTo, operation } from "@/lib/infra/operation";
import { Confirmation } from "../schema.second-factors";
import { confirmPerson, preparePassword } from "./confirm-identity";

export const reauthenticate = operation({
  id: "auth.reauthenticate",
  http: "POST /auth/reauthenticate",
  summary: "Prove again who you are, as sensitive changes need it within the hour.",
  description:
    "The password, with a code where the account has a second factor; or a passkey alone, which answers /auth/reauthenticate/passkey-options.",
  scope: "platform",
  permission: openTo("account", "Everybody may prove who they are."),
  limit: "confirm",
  audit: "session.confirmed",
  input: { body: Confirmation },
  output: z.undefined(),
  fails: ["code_invalid", "unauthenticated", "session_ended", "payload_too_large", "unavailable"],
  idempotency: "none",
  prepare: ({ actor }, { body }) => preparePassword(actor, body.password),
  async run(context, { body }, password) {
    await confirmPerson(context, body, password);
    return undefined;
  },
});
