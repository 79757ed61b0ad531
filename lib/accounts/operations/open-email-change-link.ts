import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { readEmailChange } from "../repository.email-changes";
import { Token } from "../schema";
import { EmailChangeLink } from "../schema.ways-back";

/** What the page behind the link shows. Mail scanners follow links: looking never confirms (S9). */
export const openEmailChangeLink = operation({
  id: "auth.openEmailChangeLink",
  http: "GET /auth/email-change",
  summary: "See what a link of a change of address is for, without confirming it.",
  scope: "platform",
  permission: openTo("anyone", "The link is the proof, and shows only what the mail said."),
  limit: "public",
  audit: notAudited("Mail scanners follow links; confirming is audited."),
  input: { query: z.strictObject({ token: Token }) },
  output: EmailChangeLink,
  fails: [],
  async run({ db, actor, now }, { query }) {
    const followed = await readEmailChange(db, now, { token: query.token, host: actor.from.host });
    if (!followed) return { valid: false as const };
    const { change, side } = followed;
    const confirmedAt = side === "old" ? change.oldConfirmedAt : change.newConfirmedAt;
    return {
      ...{ valid: true as const, newEmail: change.newEmail, side, confirmed: confirmedAt !== null },
      expiresAt: change.expiresAt.toISOString(),
    };
  },
});
