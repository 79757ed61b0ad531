import "server-only";
import { enterInBrowser } from "@/lib/accounts/operations/sign-in";
import { TicketOrWanted } from "@/lib/accounts/schema";
import { openTo, operation } from "@/lib/infra/operation";
import { Acceptance } from "../schema";
import { acceptLink, prepareAcceptance } from "./join-laboratory";

/** As `acceptInvitation`, for a browser: it answers with a ticket for `openBrowserSession`. */
export const acceptInvitationInBrowser = operation({
  id: "invitations.acceptInBrowser",
  http: "page",
  summary: "Accept an invitation, in a browser.",
  scope: "platform",
  permission: openTo("anyone", "The link from the mail is the proof, together with the password."),
  limit: "sign-in",
  audit: "invitation.accepted",
  input: { body: Acceptance },
  output: TicketOrWanted,
  fails: ["code_invalid", "validation_failed", "unauthenticated", "illegal_move", "conflict", "unavailable"],
  prepare: (context, { body }) => prepareAcceptance(context, body),
  run: async (context, { body }, prepared) =>
    enterInBrowser(context, await acceptLink(context, body, prepared)),
});
