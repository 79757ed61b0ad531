import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { signingKey } from "@/lib/infra/tokens";
import { emailKey } from "../policy";
import { SignedInOrWanted } from "../schema";
import { RegistrationCode } from "../schema.registrations";
import { confirmRegistration } from "./confirm-registration";
import { enterAsProgram } from "./sign-in";

export const verifyCode = operation({
  id: "auth.verifyOtp",
  http: "POST /auth/verify-otp",
  summary: "Confirm a registration with the code that came by mail, and sign in.",
  description:
    "At the address where the registration was made. The account exists from here on. A username that somebody has by now is null: GET /users/me names it as taken_username. Where the address was registered again meanwhile with another password, no password counts: a mail to choose one is on its way.",
  scope: "platform",
  permission: openTo("anyone", "The code is the proof: five tries, thirty minutes."),
  limit: "code",
  audit: "registration.confirmed",
  auditsRefusals: true,
  input: { body: RegistrationCode },
  output: SignedInOrWanted,
  fails: ["code_invalid"],
  status: 201,
  idempotency: "none",
  prepare: () => signingKey(),
  async run(context, { body }, key) {
    const by = { emailKey: emailKey(body.email) ?? "" };
    return enterAsProgram(context, await confirmRegistration(context, { by, code: body.code }), key);
  },
});
