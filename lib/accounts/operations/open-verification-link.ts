import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { readLink } from "../repository.links";
import { findWaiting, personKinds } from "../repository.registrations";
import { Token } from "../schema";
import { LinkView } from "../schema.registrations";

export const openVerificationLink = operation({
  id: "auth.openVerificationLink",
  http: "GET /auth/verify-email",
  summary: "See whether a link that came by mail is still good. It stays so.",
  description: "Mail scanners follow links: looking changes nothing. POST confirms.",
  scope: "platform",
  permission: openTo("anyone", "The link is the proof, and shows no more than the mail said."),
  limit: "public",
  audit: notAudited("Mail scanners follow links; confirming is audited."),
  input: { query: z.strictObject({ token: Token }) },
  output: LinkView,
  fails: [],
  async run({ db, actor, now }, { query: { token } }) {
    const { host } = actor.from;
    const id = await readLink(db, now, { token, purpose: "registration", laboratoryId: null, host });
    const waiting = id && (await findWaiting(db, now, { by: { id }, host, kinds: personKinds }));
    if (!waiting || waiting.isKnown) return { valid: false, emailHint: null, expiresAt: null };
    return { valid: true, emailHint: hintOf(waiting.email), expiresAt: waiting.expiresAt.toISOString() };
  },
});

/** Enough to know one's own address by: "a••@demo.test". */
function hintOf(email: string): string {
  const at = email.lastIndexOf("@");
  return `${[...email].slice(0, 1).join("")}••${email.slice(at)}`;
}
