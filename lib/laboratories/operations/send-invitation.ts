import "server-only";
import { invitation as invitationLetter } from "@/emails/invitation";
import { writeLink } from "@/lib/accounts/repository.links";
import { isRole, roles } from "@/lib/core/access";
import { brandOf, compose } from "@/lib/infra/mail";
import type { LabContext } from "@/lib/infra/operation";
import type { Invitation } from "@/lib/infra/prisma/client";
import { randomToken } from "@/lib/infra/secrets";
import { laboratoryUrl } from "../presenter";
import { readLaboratory } from "../repository";

/** Owes the invited person a new link; it kills the ones before it (S9). */
export async function sendInvitation(
  { db, actor, now, mail }: LabContext,
  { id, email, roles: held, expiresAt }: Invitation,
): Promise<void> {
  const laboratoryId = actor.laboratory.id;
  const token = randomToken();
  await writeLink(db, now, { token, purpose: "invitation", laboratoryId, subjectId: id, expiresAt });
  const laboratory = await readLaboratory(db, laboratoryId);
  const letter = {
    to: email,
    invitedBy: actor.name,
    roles: held.filter(isRole).map((role) => roles[role].label),
    link: `${laboratoryUrl(laboratory.slug)}/invitation?token=${token}`,
    expiresAt,
    timeZone: laboratory.timeZone,
  };
  mail(await compose(invitationLetter, letter, brandOf(laboratory)));
}
