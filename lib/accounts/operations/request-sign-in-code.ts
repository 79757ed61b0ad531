import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { emailKey } from "../policy";
import { MailOnItsWay } from "../schema";
import { ToEmail } from "../schema.registrations";
import { prepareCode, requestCode } from "./sign-in-code";

export const requestSignInCode = operation({
  id: "auth.requestOtp",
  http: "POST /auth/otp/request",
  summary: "Have a code mailed to sign in with.",
  description:
    "Six digits, ten minutes, one use; a new one kills the old. The answer is the same whether or not anybody here has the address, and where the laboratory does not let people in by mail.",
  scope: "platform",
  permission: openTo("anyone", "Something happens only to who reads the mail."),
  limit: "mail-request",
  limitsOn: ({ body }) => [{ name: "code-request", who: `login:${emailKey(body.email)}` }],
  audit: "account.code_requested",
  auditsRefusals: true,
  input: { body: ToEmail },
  output: MailOnItsWay,
  fails: ["unavailable"],
  status: 202,
  idempotency: "none",
  prepare: (context, { body }) => prepareCode(context, body.email),
  run: (context, { body }, prepared) => requestCode(context, body.email, prepared),
});
