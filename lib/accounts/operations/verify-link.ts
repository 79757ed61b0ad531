import "server-only";
import { z } from "zod";
import { openTo, operation } from "@/lib/infra/operation";
import { signingKey } from "@/lib/infra/tokens";
import { SignedInOrWanted, Token } from "../schema";
import { confirmRegistration } from "./confirm-registration";
import { enterAsProgram } from "./sign-in";

export const verifyLink = operation({
  id: "auth.verifyEmail",
  http: "POST /auth/verify-email",
  summary: "Confirm a registration with the link that came by mail, and sign in.",
  description:
    "At the address where the registration was made. The account exists from here on. A username that somebody has by now is null: GET /users/me names it as taken_username. Where the address was registered again meanwhile with another password, no password counts: a mail to choose one is on its way.",
  scope: "platform",
  permission: openTo("anyone", "The link is the proof: 256 bits, one use, one host."),
  limit: "code",
  audit: "registration.confirmed",
  auditsRefusals: true,
  input: { body: z.strictObject({ token: Token }) },
  output: SignedInOrWanted,
  fails: ["code_invalid"],
  status: 201,
  idempotency: "none",
  prepare: () => signingKey(),
  run: async (context, { body }, key) =>
    enterAsProgram(context, await confirmRegistration(context, body), key),
});
