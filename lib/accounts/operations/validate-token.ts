import "server-only";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { verifyAccessToken } from "@/lib/infra/tokens";
import { findActorIn } from "../repository";
import { TokenToValidate, ValidatedToken } from "../schema.tokens";

const inactive = { active: false } as const;

/** For programs that are handed a token and ask whether it counts, at this very moment and address. */
export const validateToken = operation({
  id: "auth.validateToken",
  http: "POST /auth/validate-token",
  summary: "Ask whether an access token counts here and now, and whose it is.",
  description:
    "A token of another address, one that has run out, and one whose session, account or membership has ended are all answered the same: active is false.",
  scope: "platform",
  permission: openTo("anyone", "The token is the proof, and whoever holds it may read it anyway."),
  limit: "validate",
  audit: notAudited("A program checks a token that it was handed; nothing changes."),
  input: { body: TokenToValidate },
  output: ValidatedToken,
  fails: [],
  idempotency: "none",
  // The signature is checked before a connection is taken.
  prepare: ({ actor }, { body }) => verifyAccessToken(body.token, actor.from.origin),
  async run({ db, actor }, _, claim) {
    if (!claim) return inactive;
    const { sessionId, accountId, expiresAt } = claim;
    const found = await findActorIn(db, { sessionId, accountId, host: actor.from.host, door: "program" });
    // Whom the laboratory lets do nothing yet, no other program should let in either.
    if (!found || found.session.wantsSecondFactor || found.session.isLocked) return inactive;
    const { laboratory, member } = found;
    return {
      active: true as const,
      userId: accountId,
      sessionId,
      laboratory: laboratory && { id: laboratory.id, slug: laboratory.slug, name: laboratory.name },
      roles: member?.roles ?? [],
      expiresAt: expiresAt.toISOString(),
    };
  },
});
