import "server-only";
import { emailKey } from "@/lib/accounts/policy";
import { notFound, Problem } from "@/lib/core/problem";
import { operation } from "@/lib/infra/operation";
import { presentInvitation } from "../presenter";
import { createInvitation } from "../repository.invitations";
import { isMemberEmail } from "../repository.members";
import { readProvider } from "../repository.providers";
import { Invitation, NewInvitation } from "../schema";
import { sendInvitation } from "./send-invitation";

export const inviteMember = operation({
  id: "invitations.create",
  http: "POST /invitations",
  summary: "Invite a colleague, or a provider of the directory, by e-mail.",
  description: "The link in the mail is good for seven days and works once.",
  scope: "laboratory",
  permission: "member:manage",
  limit: "write",
  limitsOn: (_, { laboratory }) => [{ name: "invitation", who: laboratory?.id ?? "" }],
  audit: "invitation.created",
  input: { body: NewInvitation },
  output: Invitation,
  fails: ["not_found", "already_exists", "illegal_move"],
  status: 201,
  location: ({ id }) => `/invitations/${id}`,
  async run(context, { body }) {
    const { db, actor, now, about, member } = context;
    const laboratoryId = actor.laboratory.id;
    const key = emailKey(body.email) ?? "";
    if (await isMemberEmail(db, laboratoryId, key)) {
      throw new Problem("already_exists", "This person works here already. Change their roles instead.", {
        errors: { email: ["This person works here already."] },
      });
    }
    if (body.providerId) {
      const provider = await readProvider(db, laboratoryId, body.providerId);
      if (provider.retiredAt) throw notFound();
      if (provider.memberId) {
        throw new Problem("illegal_move", "This provider signs in already. Choose another, or none.");
      }
    }
    const { email, roles, providerId = null } = body;
    const invitation = await createInvitation(db, now, {
      ...{ laboratoryId, email, emailKey: key, roles, providerId },
      invitedById: member().id,
    });
    await sendInvitation(context, invitation);
    about({ recordId: invitation.id, details: { roles, providerId } });
    return presentInvitation(invitation, now);
  },
});
