import "server-only";
import { z } from "zod";
import type { Entrant } from "@/lib/accounts/operations/sign-in";
import { watchFailure } from "@/lib/accounts/operations/suspect";
import { createAccount, findAccountByEmail } from "@/lib/accounts/repository";
import { closeRegistration, tryCode } from "@/lib/accounts/repository.registrations";
import type { LaboratoryRef, MemberRef } from "@/lib/core/actor";
import { Problem } from "@/lib/core/problem";
import type { AuditSubject, PlatformContext } from "@/lib/infra/operation";
import { laboratoryFounded } from "../events";
import { laboratoryUrl } from "../presenter";
import { createLaboratory, isSlugTaken, slugTaken } from "../repository";

// What signing up wrote down; nothing else writes it.
const Pending = z.object({
  name: z.string(),
  slug: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  passwordHash: z.string(),
});

/**
 * Takes the code of a sign-up and opens the laboratory, with its founder as administrator. One of parallel right
 * answers does; the others find it spent.
 */
export async function openLaboratory(
  context: PlatformContext,
  { registrationId, code }: { registrationId: string; code: string },
): Promise<Entrant & { laboratory: LaboratoryRef }> {
  const { db, actor, now, about, emit, refuse } = context;
  const host = actor.from.host;
  const confirmed = await tryCode(db, now, { by: { id: registrationId }, kinds: ["laboratory"], host, code });
  if (!confirmed) {
    about({ recordId: registrationId });
    await watchFailure(context, "code", registrationId);
    return refuse(codeInvalid());
  }
  const { slug, name, timeZone, currency, ...person } = Pending.parse(confirmed.payload);
  if (await isSlugTaken(db, slug)) throw slugTaken();
  if (await findAccountByEmail(db, confirmed.emailKey)) throw codeInvalid();

  const account = await createAccount(db, now, { kind: "staff", email: confirmed.email, ...person });
  const displayName = `${person.firstName} ${person.lastName}`;
  const opened = await createLaboratory(db, {
    ...{ now, slug, name, timeZone, currency },
    founder: { accountId: account.id, displayName, email: account.email },
  });
  emit(laboratoryFounded({ laboratoryId: opened.laboratory.id }));
  about(openedOf(opened));
  await closeRegistration(db, now, registrationId);
  return { account, ...opened, proved: { first: "registration" } };
}

function codeInvalid(): Problem {
  return new Problem(
    "code_invalid",
    "This code is wrong or no longer good. Check it, or sign up again for a new one.",
  );
}

/** For the installation's trail, and the first line of the laboratory's own. */
export function openedOf({
  laboratory,
  member,
}: {
  laboratory: LaboratoryRef;
  member: MemberRef;
}): AuditSubject {
  const { id, slug, name, timeZone, currency } = laboratory;
  return {
    recordId: id,
    details: { slug, name, timeZone, currency },
    toldAt: { laboratoryId: id, by: member },
  };
}

export function presentOpened({ id, slug, name }: LaboratoryRef) {
  return { id, slug, name, url: laboratoryUrl(slug) };
}
