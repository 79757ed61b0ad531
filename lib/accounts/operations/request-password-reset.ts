import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { emailKey } from "../policy";
import { MailOnItsWay, mailOnItsWay } from "../schema";
import { ResetRequest } from "../schema.ways-back";
import { prepareReset, requestReset } from "./reset-request";

const asked = (named: { id: string; http: `POST /${string}`; summary: string }) =>
  operation({
    ...named,
    description:
      "The mail carries a link, good for 24 hours, and a six-digit code, good for ten minutes; using either ends both. The answer is the same whether or not anybody here has the address.",
    scope: "platform",
    permission: openTo("anyone", "Something happens only to who reads the mail."),
    limit: "mail-request",
    limitsOn: ({ body }) => [{ name: "code-request", who: emailKey(body.email) ?? "" }],
    audit: "account.reset_requested",
    auditsRefusals: true,
    input: { body: ResetRequest },
    output: MailOnItsWay,
    fails: ["unavailable"],
    status: 202,
    idempotency: "none",
    prepare: (context, { body }) => prepareReset(context, body.email),
    async run(context, { body }, prepared) {
      await requestReset(context, body.email, prepared);
      return mailOnItsWay;
    },
  });

export const requestPasswordReset = asked({
  id: "auth.requestPasswordReset",
  http: "POST /auth/password-reset",
  summary: "Ask for a mail by which a new password can be set.",
});

/** The same, under the name that other systems had for it. */
export const forgotPassword = asked({
  id: "auth.forgotPassword",
  http: "POST /auth/forgot-password",
  summary: "Ask for a mail by which a new password can be set; another name of password-reset.",
});
