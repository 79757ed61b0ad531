import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { PatientRegistration, Registered } from "../schema.registrations";
import { beginRegistration, holdRegistrationPlace, prepareRegistration } from "./begin-registration";

export const registerPatientAccount = operation({
  id: "auth.register",
  http: "POST /auth/register",
  summary: "Register as a patient.",
  description:
    "At the learning portal or the root address. A code and a link go to the e-mail address; the account exists once one of them comes back, within thirty minutes. The answer is the same when the address has an account already: then its owner is told by mail. A username that somebody has is left out; whoever confirms finds taken_username at GET /users/me, and chooses another.",
  scope: "platform",
  permission: openTo("anyone", "Nothing exists before the code or the link from the mail comes back."),
  limit: "registration",
  audit: "registration.asked",
  auditsRefusals: true,
  input: { body: PatientRegistration },
  output: Registered,
  fails: ["validation_failed", "not_found", "unavailable"],
  status: 202,
  idempotency: "none",
  async prepare(context, { body }) {
    holdRegistrationPlace(context.actor, "Patients");
    return prepareRegistration(context, body);
  },
  async run(context, { body }, beginning) {
    const { firstName, lastName, username, phoneNumber, birthDate, isPregnant } = body;
    const payload = {
      ...{ firstName, lastName },
      ...(username !== undefined && { username }),
      ...(phoneNumber !== undefined && { phoneNumber }),
      ...(birthDate !== undefined && { birthDate }),
      ...(isPregnant !== undefined && { isPregnant }),
    };
    return beginRegistration(context, { kind: "patient", email: body.email, payload }, beginning);
  },
});

/** The same under the name of the role. */
export const registerAsPatient: typeof registerPatientAccount = {
  ...registerPatientAccount,
  id: "auth.registerAsPatient",
  http: "POST /auth/register/patient",
};
