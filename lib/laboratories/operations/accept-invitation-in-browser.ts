import "server-only";
import { z } from "zod";
import { writeTicket } from "@/lib/accounts/repository.sessions";
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
  output: z.object({ ticket: z.string() }),
  fails: ["code_invalid", "validation_failed", "unauthenticated", "illegal_move", "conflict", "unavailable"],
  prepare: (context, { body }) => prepareAcceptance(context, body),
  async run(context, { body }, prepared) {
    const { account, laboratory } = await acceptLink(context, body, prepared);
    const host = context.actor.from.host;
    const of = { accountId: account.id, laboratoryId: laboratory.id, host };
    return { ticket: await writeTicket(context.db, context.now, of) };
  },
});
