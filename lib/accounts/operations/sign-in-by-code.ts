import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { signingKey } from "@/lib/infra/tokens";
import { emailKey } from "../policy";
import { SignedInOrWanted, TicketOrWanted } from "../schema";
import { SignInByCode } from "../schema.registrations";
import { enterAsProgram, enterInBrowser } from "./sign-in";
import { admitByCode } from "./sign-in-code";

const proof = {
  scope: "platform",
  permission: openTo("anyone", "The code from the mail is the proof: five tries, ten minutes, one use."),
  limit: "code",
  audit: "account.signed_in",
  auditsRefusals: true,
  fails: ["code_invalid", "unavailable"],
} as const;

export const signInByCode = operation({
  ...proof,
  id: "auth.verifyOtpLogin",
  http: "POST /auth/otp/verify",
  summary: "Sign in with a code that came by mail.",
  description: "It never counts as a second factor: whoever has one is asked for it.",
  limitsOn: ({ body }) => [{ name: "code-try", who: `login:${emailKey(body.email)}` }],
  input: { body: SignInByCode },
  output: SignedInOrWanted,
  idempotency: "none",
  prepare: () => signingKey(),
  run: async (context, { body }, key) => enterAsProgram(context, await admitByCode(context, body), key),
});

/** As `signInByCode`, for a browser: it answers with a ticket for `openBrowserSession`. */
export const signInByCodeInBrowser = operation({
  ...proof,
  id: "auth.signInByCodeInBrowser",
  http: "page",
  summary: "Sign in with a code that came by mail, in a browser.",
  limitsOn: ({ body }) => [{ name: "code-try", who: `login:${emailKey(body.email)}` }],
  input: { body: SignInByCode },
  output: TicketOrWanted,
  run: async (context, { body }) => enterInBrowser(context, await admitByCode(context, body)),
});
