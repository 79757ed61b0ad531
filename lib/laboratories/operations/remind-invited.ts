import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { changeInvitation, endingInvitations } from "../repository.invitations";
import { sendInvitation } from "./send-invitation";

const day = 24 * 3_600_000;

export const remindInvited = operation({
  id: "invitations.remind",
  http: "page",
  summary:
    "Send open invitations that end tomorrow once more, with a new link that ends when the old one would.",
  description:
    "However often it is asked for: who was reminded, or invited anew, within two days is left alone.",
  scope: "laboratory",
  permission: openTo("operator", "It sends what was sent before, to whom it was sent."),
  limit: "write",
  audit: notAudited("The mail itself is the trace."),
  input: {},
  output: z.object({ reminded: z.int() }),
  fails: [],
  async run(context) {
    const { db, actor, now } = context;
    const window = { from: new Date(now.getTime() + day), to: new Date(now.getTime() + 2 * day) };
    const ending = await endingInvitations(db, actor.laboratory.id, window);
    for (const { invitedBy, ...before } of ending) {
      const invitation = await changeInvitation(db, now, before, { expiresAt: before.expiresAt });
      await sendInvitation({ ...context, actor: { ...actor, name: invitedBy } }, invitation);
    }
    return { reminded: ending.length };
  },
});
