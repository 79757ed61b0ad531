import "server-only";
import { z } from "zod";
import { readLink } from "@/lib/accounts/repository.links";
import { Token } from "@/lib/accounts/schema";
import { isRole } from "@/lib/core/access";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { findAcceptable } from "../repository.invitations";
import { InvitationLink } from "../schema";

/** What the page behind the link shows. Mail scanners follow links: looking never spends one (S9). */
export const openInvitationLink = operation({
  id: "invitations.openLink",
  http: "page",
  summary: "See whether an invitation's link is still good.",
  scope: "platform",
  permission: openTo("anyone", "The link is the proof, and shows only what the mail said."),
  limit: "public",
  audit: notAudited("Mail scanners follow links; accepting is audited."),
  input: { query: z.strictObject({ token: Token }) },
  output: InvitationLink,
  fails: [],
  async run({ db, actor, now }, { query }) {
    const laboratoryId = actor.laboratory?.id;
    if (!laboratoryId) return { valid: false as const };
    const id = await readLink(db, now, { token: query.token, purpose: "invitation", laboratoryId });
    const invitation = id && (await findAcceptable(db, now, { laboratoryId, id }));
    if (!invitation) return { valid: false as const };
    const { email, roles, expiresAt } = invitation;
    return { valid: true as const, email, roles: roles.filter(isRole), expiresAt: expiresAt.toISOString() };
  },
});
