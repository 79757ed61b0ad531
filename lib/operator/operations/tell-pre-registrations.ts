import "server-only";
import { z } from "zod";
import { preRegistrationOpen } from "@/emails/pre-registration-open";
import { takeUntold } from "@/lib/accounts/repository.pre-registrations";
import { originOf } from "@/lib/infra/hosts";
import { compose, ownBrand } from "@/lib/infra/mail";
import { openTo, operation } from "@/lib/infra/operation";
import { Told } from "../schema.registrations";

const batch = 200;

export const tellPreRegistrations = operation({
  id: "operator.tellPreRegistrations",
  http: "POST /operator/pre-registrations/tell",
  summary: "Write to those who asked to be told that the doors are open, 200 at once.",
  description: "Each is written to once. Ask again while the answer says that there are more.",
  scope: "platform",
  permission: openTo("operator", "It writes only to who asked for it and confirmed their address."),
  limit: "write",
  audit: "pre_registrations.told",
  input: { body: z.strictObject({}) },
  output: Told,
  fails: [],
  prepare: async () => {
    const link = `${originOf({ kind: "root" })}/register`;
    return compose(preRegistrationOpen, { to: "", link }, ownBrand());
  },
  async run({ db, now, mail, about }, _, letter) {
    const emails = await takeUntold(db, now, batch);
    for (const to of emails) mail({ ...letter, to });
    about({ details: { told: emails.length } });
    return { told: emails.length, more: emails.length === batch };
  },
});
