import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { DoctorRegistration, Registered } from "../schema.registrations";
import { beginRegistration, holdRegistrationPlace, prepareRegistration } from "./begin-registration";
import { practiceOf } from "./register-provider";

export const registerAsProvider = operation({
  id: "auth.registerAsProvider",
  http: "POST /auth/register/provider",
  summary: "Register as a provider; licence, years and clinic may follow.",
  description:
    "At the learning portal or the root address. As registering a patient, and an operator verifies the licence afterwards.",
  scope: "platform",
  permission: openTo("anyone", "Nothing exists before the code or the link from the mail comes back."),
  limit: "provider-registration",
  audit: "registration.asked",
  auditsRefusals: true,
  input: { body: DoctorRegistration },
  output: Registered,
  fails: ["validation_failed", "not_found", "unavailable"],
  status: 202,
  idempotency: "none",
  async prepare(context, { body }) {
    holdRegistrationPlace(context.actor, "Providers");
    return prepareRegistration(context, body);
  },
  async run(context, { body }, beginning) {
    return beginRegistration(
      context,
      { kind: "provider", email: body.email, payload: practiceOf(body) },
      beginning,
    );
  },
});

/** The same under another word. */
export const registerAsDoctor: typeof registerAsProvider = {
  ...registerAsProvider,
  id: "auth.registerAsDoctor",
  http: "POST /auth/register/doctor",
};
