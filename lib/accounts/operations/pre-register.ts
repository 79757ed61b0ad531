import "server-only";
import { preRegistrationConfirm } from "@/emails/pre-registration-confirm";
import { Problem } from "@/lib/core/problem";
import { hostOf, originOf } from "@/lib/infra/hosts";
import { compose, ownBrand } from "@/lib/infra/mail";
import { openTo, operation } from "@/lib/infra/operation";
import { randomToken } from "@/lib/infra/secrets";
import { emailKey } from "../policy";
import { askToBeTold, preRegistrationEnd } from "../repository.pre-registrations";
import { MailOnItsWay, mailOnItsWay } from "../schema";
import { ToEmail } from "../schema.registrations";

export const preRegister = operation({
  id: "preRegistrations.ask",
  http: "POST /pre-registrations",
  summary: "Ask to be told when the doors open.",
  description:
    "At the root address. A link goes to the e-mail address; whoever follows it is written to once.",
  scope: "platform",
  permission: openTo("anyone", "Nothing is written to anybody who does not confirm it."),
  limit: "mail-request",
  limitsOn: ({ body }) => [{ name: "code-request", who: `pre-registration:${emailKey(body.email)}` }],
  audit: "pre_registration.asked",
  auditsRefusals: true,
  input: { body: ToEmail },
  output: MailOnItsWay,
  fails: ["not_found"],
  status: 202,
  idempotency: "none",
  async prepare({ actor, now }, { body }) {
    if (actor.from.host !== hostOf({ kind: "root" })) throw askedElsewhere();
    const token = randomToken();
    const link = `${actor.from.origin}/pre-register/confirm?token=${token}`;
    const told = { to: body.email, link, expiresAt: preRegistrationEnd(now), timeZone: "UTC" };
    return { token, letter: await compose(preRegistrationConfirm, told, ownBrand()) };
  },
  async run({ db, now, mail, about }, { body: { email } }, { token, letter }) {
    const id = await askToBeTold(db, now, { email, emailKey: emailKey(email) ?? "", token });
    mail(letter);
    about({ recordId: id });
    return mailOnItsWay;
  },
});

function askedElsewhere(): Problem {
  const root = originOf({ kind: "root" });
  return new Problem(
    "not_found",
    `Who wants to be told asks at ${root}/pre-register, or the API at ${root}, not at this address.`,
  );
}
