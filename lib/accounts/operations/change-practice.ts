import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { follow } from "@/lib/core/lifecycle";
import { notFound } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { openTo, operation } from "@/lib/infra/operation";
import { providerLifecycle } from "../lifecycle";
import { presentClinician } from "../presenter.providers";
import { changeProfile, findClinician } from "../repository.providers";
import { PracticeChange, ProviderView } from "../schema.registrations";
import { tellOperators } from "./tell-operators";

export const changePractice = operation({
  id: "provider.change",
  http: "PATCH /provider/{clinicianId}",
  summary: "Complete or correct what you told about your practice.",
  description:
    "By the provider themselves, until they are verified. Whoever was rejected waits for an operator again.",
  scope: "platform",
  permission: openTo("account", "It answers to the provider themselves only."),
  limit: "write",
  audit: "provider.changed",
  input: { params: z.strictObject({ clinicianId: Id }), body: PracticeChange },
  output: ProviderView,
  fails: ["not_found", "illegal_move", "conflict"],
  ifMatch: "required",
  async run(context, { params, body }) {
    const { db, actor, now, ifMatch, about } = context;
    const found =
      params.clinicianId === actor.account?.id ? await findClinician(db, params.clinicianId) : null;
    if (!found) throw notFound();
    checkVersion(found.version, ifMatch);
    const state = follow(providerLifecycle, found.state, "submit");
    const changed = await changeProfile(db, now, found, { told: body, state, reason: null });
    about({ recordId: found.accountId, details: { changed: Object.keys(body) } });
    if (found.state === "rejected") {
      const { firstName, lastName, publicId } = found.account;
      const lines = [`${firstName} ${lastName}`, publicId];
      await tellOperators(context, {
        what: "A provider asks to be looked at again",
        lines,
        path: "/operator/providers",
      });
    }
    return presentClinician(changed);
  },
});
