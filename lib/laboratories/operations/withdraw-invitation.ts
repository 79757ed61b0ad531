import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { changeInvitation, readOpenInvitation } from "../repository.invitations";

export const withdrawInvitation = operation({
  id: "invitations.withdraw",
  http: "DELETE /invitations/{invitationId}",
  summary: "Withdraw an invitation: its link stops working.",
  scope: "laboratory",
  permission: "member:manage",
  limit: "write",
  audit: "invitation.withdrawn",
  input: { params: z.strictObject({ invitationId: Id }) },
  output: z.undefined(),
  fails: ["not_found", "illegal_move", "conflict", "precondition_failed"],
  ifMatch: "optional",
  async run({ db, actor, now, ifMatch }, { params }) {
    const invitation = await readOpenInvitation(db, actor.laboratory.id, params.invitationId);
    checkVersion(invitation.version, ifMatch);
    await changeInvitation(db, now, invitation, { state: "withdrawn" });
    return undefined;
  },
});
