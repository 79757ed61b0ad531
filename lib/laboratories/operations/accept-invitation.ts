import "server-only";
import { enterAsProgram } from "@/lib/accounts/operations/sign-in";
import { SignedInOrWanted } from "@/lib/accounts/schema";
import { openTo, operation } from "@/lib/infra/operation";
import { signingKey } from "@/lib/infra/tokens";
import { Acceptance } from "../schema";
import { acceptLink, prepareAcceptance } from "./join-laboratory";

export const acceptInvitation = operation({
  id: "invitations.accept",
  http: "POST /invitations/accept",
  summary: "Accept an invitation and sign in.",
  description:
    "At the laboratory's own address. Somebody who has an account already proves it with its password; first and last name are then not looked at.",
  scope: "platform",
  permission: openTo("anyone", "The link from the mail is the proof, together with the password."),
  limit: "sign-in",
  audit: "invitation.accepted",
  input: { body: Acceptance },
  output: SignedInOrWanted,
  fails: ["code_invalid", "validation_failed", "unauthenticated", "illegal_move", "conflict", "unavailable"],
  status: 201,
  idempotency: "none",
  prepare: async (context, { body }) => ({
    acceptance: await prepareAcceptance(context, body),
    key: await signingKey(),
  }),
  run: async (context, { body }, { acceptance, key }) =>
    enterAsProgram(context, await acceptLink(context, body, acceptance), key),
});
