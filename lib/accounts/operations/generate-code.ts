import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { emailKey } from "../policy";
import { MailOnItsWay, mailOnItsWay } from "../schema";
import { CodeWish } from "../schema.registrations";
import { prepareResending, resend } from "./resend-verification";
import { prepareReset, requestReset } from "./reset-request";
import { prepareCode, requestCode } from "./sign-in-code";

export const generateCode = operation({
  id: "auth.generateOtp",
  http: "POST /auth/generate-otp",
  summary: "Have a code mailed: to confirm a registration, to set a new password, or to sign in.",
  description: "As resend-verification, password-reset and otp/request, by one name.",
  scope: "platform",
  permission: openTo("anyone", "Something happens only to who reads the mail."),
  limit: "mail-request",
  limitsOn: ({ body: { email, purpose } }) => {
    const key = emailKey(email) ?? "";
    return [{ name: "code-request", who: purpose === "password_reset" ? key : `${purpose}:${key}` }];
  },
  audit: "account.code_requested",
  auditsRefusals: true,
  input: { body: CodeWish },
  output: MailOnItsWay,
  fails: ["unavailable"],
  status: 202,
  idempotency: "none",
  async prepare(context, { body: { email, purpose } }) {
    if (purpose === "login") return { purpose, prepared: await prepareCode(context, email) };
    if (purpose === "password_reset") return { purpose, prepared: await prepareReset(context, email) };
    return { purpose, prepared: await prepareResending(context, { emailKey: emailKey(email) ?? "" }) };
  },
  async run(context, { body: { email } }, wish) {
    if (wish.purpose === "login") await requestCode(context, email, wish.prepared);
    else if (wish.purpose === "password_reset") await requestReset(context, email, wish.prepared);
    else await resend(context, { emailKey: emailKey(email) ?? "" }, wish.prepared);
    return mailOnItsWay;
  },
});
