import "server-only";
import { z } from "zod";
import { alreadyRegistered } from "@/emails/already-registered";
import { laboratoryCode } from "@/emails/laboratory-code";
import { findWaiting, registrationEnd, renewRegistration } from "@/lib/accounts/repository.registrations";
import { MailOnItsWay, mailOnItsWay } from "@/lib/accounts/schema";
import { inPlatform } from "@/lib/infra/db";
import { hostOf, originOf } from "@/lib/infra/hosts";
import { compose, ownBrand } from "@/lib/infra/mail";
import { openTo, operation } from "@/lib/infra/operation";
import { randomCode } from "@/lib/infra/secrets";
import { ResendCode } from "../schema";

// What signing up wrote down, as far as a mail needs it.
const Pending = z.object({ slug: z.string(), timeZone: z.string() });

const kinds = ["laboratory"] as const;

export const resendLaboratoryCode = operation({
  id: "laboratories.resendCode",
  http: "POST /laboratories/resend",
  summary: "Have the code of a laboratory's sign-up mailed again.",
  description:
    "It is a new one, good for another thirty minutes; the old one is dead. The answer is always the same.",
  scope: "platform",
  permission: openTo("anyone", "It mails to the address that signed up, and says nothing."),
  limit: "mail-request",
  limitsOn: ({ body }) => [{ name: "code-request", who: `laboratory:${body.registrationId}` }],
  audit: "registration.resent",
  input: { body: ResendCode },
  output: MailOnItsWay,
  fails: [],
  status: 202,
  idempotency: "none",
  async prepare({ actor, now }, { body }) {
    const asked = { by: { id: body.registrationId }, host: actor.from.host, kinds };
    const waiting = await inPlatform({ laboratoryId: null, accountId: null }, (db) =>
      findWaiting(db, now, asked),
    );
    const { slug, timeZone } = Pending.catch({ slug: "nobody", timeZone: "UTC" }).parse(waiting?.payload);
    const [code, expiresAt, root] = [randomCode(), registrationEnd(now), originOf({ kind: "root" })];
    const told = {
      to: waiting?.email ?? "nobody@nowhere.invalid",
      host: hostOf({ kind: "laboratory", slug }),
    };
    const waysIn = { signInLink: `${root}/sign-in`, resetLink: `${root}/forgot-password` };
    // Both letters are written whether or not anything waits (S16).
    const letters = {
      code: await compose(laboratoryCode, { ...told, code, expiresAt, timeZone }, ownBrand()),
      known: await compose(alreadyRegistered, { ...told, ...waysIn }, ownBrand()),
    };
    return { asked: { ...asked, code }, letters };
  },
  async run(context, { body }, { asked, letters }) {
    const renewed = await renewRegistration(context.db, context.now, asked);
    context.about({ recordId: body.registrationId });
    context.mailOrNothing(renewed?.isKnown ? letters.known : letters.code, renewed !== null);
    return mailOnItsWay;
  },
});
