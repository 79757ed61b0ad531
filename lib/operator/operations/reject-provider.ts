import "server-only";
import { z } from "zod";
import { providerRejected } from "@/emails/provider-rejected";
import { providerLifecycle } from "@/lib/accounts/lifecycle";
import { presentClinician } from "@/lib/accounts/presenter.providers";
import { changeProfile, findClinician } from "@/lib/accounts/repository.providers";
import { ProviderView } from "@/lib/accounts/schema.registrations";
import { Id } from "@/lib/core/ids";
import { follow } from "@/lib/core/lifecycle";
import { notFound } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { originOf } from "@/lib/infra/hosts";
import { compose, portalBrand } from "@/lib/infra/mail";
import { openTo, operation, type PlatformContext } from "@/lib/infra/operation";
import { Why } from "../schema";

export const rejectClinician = operation({
  id: "operator.rejectProvider",
  http: "POST /operator/providers/{accountId}/reject",
  summary: "Reject a provider, for a reason that they are told by mail.",
  scope: "platform",
  permission: openTo("operator", "Whoever runs the installation verifies licences."),
  limit: "write",
  audit: "provider.rejected",
  input: { params: z.strictObject({ accountId: Id }), body: Why },
  output: ProviderView,
  fails: ["not_found", "illegal_move", "precondition_failed", "conflict"],
  ifMatch: "optional",
  run: (context, { params: { accountId }, body: { reason } }) => rejectOne(context, accountId, reason),
});

/** Rejects one provider. @throws Problem why they cannot be, before anything is touched. */
export async function rejectOne(
  { db, actor, now, ifMatch, about, mail }: PlatformContext,
  accountId: string,
  reason: string,
): Promise<ProviderView> {
  const found = await findClinician(db, accountId);
  if (!found) throw notFound();
  checkVersion(found.version, ifMatch);
  const state = follow(providerLifecycle, found.state, "reject");
  const decidedById = actor.account?.id ?? null;
  const changed = await changeProfile(db, now, found, { state, reason, decidedById });
  const { email: to, firstName, publicId } = found.account;
  const link = `${originOf({ kind: "learn" })}/account`;
  mail(await compose(providerRejected, { to, firstName, reason, link }, portalBrand()));
  const moved = { from: found.state, to: state };
  about({ recordId: accountId, details: { name: publicId, reason, state: moved } });
  return presentClinician(changed);
}
