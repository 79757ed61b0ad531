import "server-only";
import { z } from "zod";
import { Problem } from "@/lib/core/problem";
import { openTo, operation } from "@/lib/infra/operation";
import { confirmAsking } from "../repository.pre-registrations";
import { Token } from "../schema";

export const confirmPreRegistration = operation({
  id: "preRegistrations.confirm",
  http: "POST /pre-registrations/confirm",
  summary: "Confirm, with the link that came by mail, that you want to be told.",
  scope: "platform",
  permission: openTo("anyone", "The link is the proof: 256 bits, one use, one day."),
  limit: "code",
  audit: "pre_registration.confirmed",
  auditsRefusals: true,
  input: { body: z.strictObject({ token: Token }) },
  output: z.object({ email: z.string(), confirmed: z.literal(true) }),
  fails: ["code_invalid"],
  idempotency: "none",
  async run({ db, now, about, refuse }, { body: { token } }) {
    const confirmed = await confirmAsking(db, now, token);
    if (!confirmed) {
      return refuse(new Problem("code_invalid", "This link is no longer good. Ask for a new one."));
    }
    about({ recordId: confirmed.id });
    return { email: confirmed.email, confirmed: true as const };
  },
});
