import "server-only";
import { providerReceived } from "@/emails/provider-received";
import { brandFor, compose } from "@/lib/infra/mail";
import type { PlatformContext } from "@/lib/infra/operation";
import type { Account, ProviderProfile } from "@/lib/infra/prisma/client";
import { createProfile } from "../repository.providers";
import type { PracticeRegistration } from "../schema.registrations";
import { tellOperators } from "./tell-operators";

/** From here on a clinician, whose address is confirmed, waits for an operator. */
export async function receiveProvider(
  context: PlatformContext,
  account: Account,
  practice: PracticeRegistration,
): Promise<ProviderProfile> {
  const { db, actor, now, mail } = context;
  const profile = await createProfile(db, now, account.id, practice);
  const { email: to, firstName, lastName, publicId } = account;
  // No laboratory verifies providers, wherever they were when they asked.
  const brand = brandFor({ laboratory: null, from: actor.from });
  mail(await compose(providerReceived, { to, firstName }, brand));
  await tellOperators(context, {
    what: "A provider waits to be verified",
    lines: [`${firstName} ${lastName}`, publicId, `Licence ${practice.licenseNumber ?? "not given yet"}`],
    path: "/operator/providers",
  });
  return profile;
}
