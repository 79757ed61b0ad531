import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { presentInvitation } from "../presenter";
import { changeInvitation, invitationEnd, readOpenInvitation } from "../repository.invitations";
import { Invitation } from "../schema";
import { sendInvitation } from "./send-invitation";

export const resendInvitation = operation({
  id: "invitations.resend",
  http: "POST /invitations/{invitationId}/resend",
  summary: "Send an invitation again, with a new link that is good for seven days.",
  description: "The links sent before stop working.",
  scope: "laboratory",
  permission: "member:manage",
  limit: "write",
  limitsOn: (_, { laboratory }) => [{ name: "invitation", who: laboratory?.id ?? "" }],
  audit: "invitation.resent",
  input: { params: z.strictObject({ invitationId: Id }) },
  output: Invitation,
  fails: ["not_found", "illegal_move", "conflict", "precondition_failed"],
  ifMatch: "optional",
  async run(context, { params }) {
    const { db, actor, now, ifMatch } = context;
    const before = await readOpenInvitation(db, actor.laboratory.id, params.invitationId);
    checkVersion(before.version, ifMatch);
    const after = await changeInvitation(db, now, before, { expiresAt: invitationEnd(now) });
    await sendInvitation(context, after);
    return presentInvitation(after, now);
  },
});
