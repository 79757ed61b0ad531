import "server-only";
import type { Actor } from "@/lib/core/actor";
import { inPlatform } from "@/lib/infra/db";
import { openTo, operation, type PlatformContext } from "@/lib/infra/operation";
import { randomCode, randomToken } from "@/lib/infra/secrets";
import { emailKey } from "../policy";
import {
  findWaiting,
  type Named,
  personKinds,
  registrationEnd,
  renewRegistration,
} from "../repository.registrations";
import { MailOnItsWay, mailOnItsWay } from "../schema";
import { ToEmail } from "../schema.registrations";
import { composeConfirmation, type MailedEitherWay } from "./begin-registration";

export const resendVerification = operation({
  id: "auth.resendVerification",
  http: "POST /auth/resend-verification",
  summary: "Have the code and the link of a registration mailed again.",
  description:
    "Both are new, the old ones are dead, and both are good for another thirty minutes. The answer is always the same.",
  scope: "platform",
  permission: openTo("anyone", "It mails to the address that registered, and says nothing."),
  limit: "mail-request",
  limitsOn: ({ body }) => [{ name: "code-request", who: `registration:${emailKey(body.email)}` }],
  audit: "registration.resent",
  auditsRefusals: true,
  input: { body: ToEmail },
  output: MailOnItsWay,
  fails: [],
  status: 202,
  idempotency: "none",
  prepare: (context, { body }) => prepareResending(context, byEmail(body.email)),
  run: (context, { body }, prepared) => resend(context, byEmail(body.email), prepared),
});

/** The same, under the name that HealthFirst gave it. */
export const resendProviderVerification: typeof resendVerification = {
  ...resendVerification,
  id: "provider.resendVerification",
  http: "POST /provider/resend-verification",
  summary: "Have the code and the link of a provider's registration mailed again.",
};

function byEmail(email: string): Named {
  return { emailKey: emailKey(email) ?? "" };
}

export type PreparedResending = { code: string; link: string; letters: MailedEitherWay };

/** Both letters are written whether or not anything waits (S16). */
export async function prepareResending(
  { actor, now }: { actor: Actor; now: Date },
  by: Named,
  host: string = actor.from.host,
): Promise<PreparedResending> {
  const waiting = await inPlatform({ laboratoryId: null, accountId: null }, (db) =>
    findWaiting(db, now, { by, host, kinds: personKinds }),
  );
  const [code, link, expiresAt] = [randomCode(), randomToken(), registrationEnd(now)];
  const to = waiting?.email ?? "nobody@nowhere.invalid";
  const firstName = firstNameIn(waiting?.payload) ?? "Nobody";
  return { code, link, letters: await composeConfirmation(actor, { to, firstName, code, link, expiresAt }) };
}

export async function resend(
  context: PlatformContext,
  by: Named,
  { code, link, letters }: PreparedResending,
): Promise<typeof mailOnItsWay> {
  const { db, actor, now, about } = context;
  const renewed = await renewRegistration(db, now, {
    ...{ by, host: actor.from.host, kinds: personKinds, code, link },
  });
  about(renewed ? { recordId: renewed.id, details: { kind: renewed.kind } } : {});
  context.mailOrNothing(renewed?.isKnown ? letters.known : letters.confirm, renewed !== null);
  return mailOnItsWay;
}

function firstNameIn(payload: unknown): string | null {
  if (typeof payload !== "object" || payload === null || !("firstName" in payload)) return null;
  return typeof payload.firstName === "string" ? payload.firstName : null;
}
