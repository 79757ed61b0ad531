import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { endingInvitations } from "../repository.invitations";
import { sendInvitation } from "./send-invitation";

const day = 24 * 3_600_000;

export const remindInvited = operation({
  id: "invitations.remind",
  http: "page",
  summary:
    "Send open invitations that end tomorrow once more, with a new link that ends when the old one would.",
  description: "Done once a day: each invitation ends tomorrow once.",
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
    for (const { invitedBy, ...invitation } of ending) {
      await sendInvitation({ ...context, actor: { ...actor, name: invitedBy } }, invitation);
    }
    return { reminded: ending.length };
  },
});
