import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import type { Prisma } from "@/lib/infra/prisma/client";
import { type DoctorRegistration, ProviderRegistered, ProviderRegistration } from "../schema.registrations";
import { beginRegistration, holdRegistrationPlace, prepareRegistration } from "./begin-registration";

export const registerProvider = operation({
  id: "provider.register",
  http: "POST /provider/register",
  summary: "Register as a provider, with licence and clinic.",
  description:
    "At the learning portal or the root address. A code and a link go to the e-mail address; once one of them comes back, within thirty minutes, operators verify the licence. The answer is the same when the address has an account already: then its owner is told by mail.",
  scope: "platform",
  permission: openTo("anyone", "Nothing exists before the code or the link from the mail comes back."),
  limit: "provider-registration",
  audit: "registration.asked",
  auditsRefusals: true,
  input: { body: ProviderRegistration },
  output: ProviderRegistered,
  fails: ["validation_failed", "not_found", "unavailable"],
  status: 201,
  idempotency: "none",
  async prepare(context, { body }) {
    holdRegistrationPlace(context.actor, "Providers");
    return prepareRegistration(context, body);
  },
  async run(context, { body }, beginning) {
    const of = { kind: "provider", email: body.email, payload: practiceOf(body) } as const;
    const { registrationId, email } = await beginRegistration(context, of, beginning);
    return { providerId: registrationId, email, verificationStatus: "pending" as const };
  },
});

/** What waits with a clinician's registration. Not the password, and not the address, which stands beside it. */
export function practiceOf(body: Omit<DoctorRegistration, "confirmPassword">): Prisma.InputJsonObject {
  const { email: _, password: __, ...told } = body;
  const given = Object.entries(told).filter(
    ([name, value]) => value !== undefined && name !== "confirmPassword",
  );
  // What was parsed from JSON is JSON again.
  return Object.fromEntries(given) as Prisma.InputJsonObject;
}
