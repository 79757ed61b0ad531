import "server-only";
import { alreadyRegistered } from "@/emails/already-registered";
import { confirmEmailChange } from "@/emails/confirm-email-change";
import { localeOf } from "@/lib/core/locale";
import { invalidField } from "@/lib/core/problem";
import { brandFor, compose } from "@/lib/infra/mail";
import { openTo, operation } from "@/lib/infra/operation";
import { randomToken } from "@/lib/infra/secrets";
import { emailKey } from "../policy";
import { findAccountByEmail } from "../repository";
import { emailChangeEnd, openEmailChange, type Side } from "../repository.email-changes";
import { findReader } from "../repository.readers";
import { EmailChangeRequest, EmailChangeRequested } from "../schema.ways-back";
import { holdOwnPassword, proveOwnPassword } from "./current-password";

export const changeEmail = operation({
  id: "users.changeEmail",
  http: "POST /users/me/change-email",
  summary: "Ask for another e-mail address; both addresses confirm it by a link.",
  description:
    "Asks for the password, and for a sign-in of the last hour. The answer is the same when the address is somebody's already: then its owner is told by mail.",
  scope: "platform",
  permission: openTo("account", "Everybody may change their own address, and both mailboxes confirm it."),
  limit: "mail-request",
  limitsOn: ({ body }) => [{ name: "code-request", who: emailKey(body.newEmail) ?? "" }],
  audit: "account.email_change_requested",
  auditsRefusals: true,
  input: { body: EmailChangeRequest },
  output: EmailChangeRequested,
  fails: ["reauthentication_required", "payload_too_large", "unavailable"],
  status: 202,
  idempotency: "none",
  async prepare({ actor, now }, { body }) {
    const { origin, host } = actor.from;
    const tokens: Record<Side, string> = { old: randomToken(), new: randomToken() };
    const { email = "", firstName = "" } = actor.account ?? {};
    const reader = actor.account && (await findReader(actor.account.id));
    const told = {
      ...{ firstName, newEmail: body.newEmail, expiresAt: emailChangeEnd(now) },
      timeZone: reader?.timeZone ?? actor.laboratory?.timeZone ?? "UTC",
      locale: localeOf(reader?.locale),
    };
    const brand = brandFor(actor);
    const confirming = (side: Side, to: string) =>
      compose(
        confirmEmailChange,
        { ...told, to, side, link: `${origin}/email-change?token=${tokens[side]}` },
        brand,
      );
    const links = { signInLink: `${origin}/sign-in`, resetLink: `${origin}/forgot-password` };
    // All are written whichever are sent, so that the answer takes as long (S16).
    const letters = {
      old: await confirming("old", email),
      new: await confirming("new", body.newEmail),
      known: await compose(alreadyRegistered, { to: body.newEmail, host, ...links }, brand),
    };
    return { tokens, letters, proof: await proveOwnPassword(actor, body.currentPassword) };
  },
  async run(context, { body }, { tokens, letters, proof }) {
    const { db, actor, now, mail } = context;
    const account = await holdOwnPassword(context, proof);
    const { newEmail } = body;
    const newEmailKey = emailKey(newEmail) ?? "";
    if (newEmail === account.email) throw invalidField("newEmail", "This is your address already.");
    const owner = await findAccountByEmail(db, newEmailKey);
    const asked = { account, from: actor.from, newEmail, newEmailKey, tokens };
    const change = await openEmailChange(db, now, asked);
    mail({ ...letters.old, to: account.email });
    // Another way to write one's own address clashes with nobody.
    mail(owner && owner.id !== account.id ? { ...letters.known, to: owner.email } : letters.new);
    return { newEmail, expiresAt: change.expiresAt.toISOString() };
  },
});
