import "server-only";
import { z } from "zod";
import { providerVerified } from "@/emails/provider-verified";
import { providerLifecycle } from "@/lib/accounts/lifecycle";
import { presentClinician } from "@/lib/accounts/presenter.providers";
import { changeProfile, findClinician, holdUnclaimed } from "@/lib/accounts/repository.providers";
import { takeTurn } from "@/lib/accounts/repository.turns";
import { ProviderView } from "@/lib/accounts/schema.registrations";
import { Id } from "@/lib/core/ids";
import { follow } from "@/lib/core/lifecycle";
import { notFound, Problem } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { originOf } from "@/lib/infra/hosts";
import { compose, portalBrand } from "@/lib/infra/mail";
import { openTo, operation, type PlatformContext } from "@/lib/infra/operation";

export const verifyClinician = operation({
  id: "operator.verifyProvider",
  http: "POST /operator/providers/{accountId}/verify",
  summary: "Verify a provider's licence. They are told by mail.",
  scope: "platform",
  permission: openTo("operator", "Whoever runs the installation verifies licences."),
  limit: "write",
  audit: "provider.verified",
  input: { params: z.strictObject({ accountId: Id }), body: z.strictObject({}) },
  output: ProviderView,
  fails: ["not_found", "illegal_move", "already_exists", "precondition_failed", "conflict"],
  ifMatch: "optional",
  run: (context, { params: { accountId } }) => verifyOne(context, accountId),
});

/** Verifies one provider. @throws Problem why they cannot be, before anything is touched. */
export async function verifyOne(
  { db, actor, now, ifMatch, about, mail }: PlatformContext,
  accountId: string,
): Promise<ProviderView> {
  const found = await findClinician(db, accountId);
  if (!found) throw notFound();
  checkVersion(found.version, ifMatch);
  const state = follow(providerLifecycle, found.state, "verify");
  if (found.licenseNumber === null || found.clinicStreet === null) {
    throw new Problem(
      "illegal_move",
      "Licence number or clinic are still missing. The provider completes them in their account.",
    );
  }
  // Two operators may verify two claims of one licence at once.
  await takeTurn(db, "provider", "verify");
  await holdUnclaimed(db, found);
  const decidedById = actor.account?.id ?? null;
  const changed = await changeProfile(db, now, found, { state, reason: null, decidedById });
  const { email: to, firstName, publicId } = found.account;
  const link = `${originOf({ kind: "learn" })}/sign-in`;
  mail(await compose(providerVerified, { to, firstName, link }, portalBrand()));
  about({ recordId: accountId, details: { name: publicId, state: { from: found.state, to: state } } });
  return presentClinician(changed);
}
