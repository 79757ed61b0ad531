import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import { Id } from "@/lib/core/ids";
import { notFound } from "@/lib/core/problem";
import { hostOf } from "@/lib/infra/hosts";
import { openTo, operation } from "@/lib/infra/operation";
import { presentClinician } from "../presenter.providers";
import { findClinician } from "../repository.providers";
import { ProviderView } from "../schema.registrations";

export const openClinician = operation({
  id: "provider.open",
  http: "GET /provider/{clinicianId}",
  summary: "See a provider's registration, and whether it is verified.",
  description:
    "The provider's own, or any for operators at the root address. Everybody else is told that there is none.",
  scope: "platform",
  permission: openTo("account", "It answers to the provider themselves and to operators only."),
  limit: "read",
  audit: "provider.opened",
  input: { params: z.strictObject({ clinicianId: Id }) },
  output: ProviderView,
  fails: ["not_found"],
  async run({ db, actor }, { params: { clinicianId: accountId } }) {
    if (accountId !== actor.account?.id && !isOperatorAtRoot(actor)) throw notFound();
    const found = await findClinician(db, accountId);
    if (!found) throw notFound();
    return presentClinician(found);
  },
});

function isOperatorAtRoot({ account, from }: Actor): boolean {
  return account?.isOperator === true && from.host === hostOf({ kind: "root" });
}
