import "server-only";
import { z } from "zod";
import { Problem } from "@/lib/core/problem";
import { openTo, operation } from "@/lib/infra/operation";
import { type SigningKey, signingKey } from "@/lib/infra/tokens";
import { presentTokens } from "../presenter";
import { findActorIn } from "../repository";
import {
  clientOf,
  endSessions,
  holdRefreshToken,
  keepRefreshToken,
  spendRefreshToken,
  successorOf,
} from "../repository.sessions";
import { Token, TokenPair } from "../schema";
import { accessFor } from "./sign-in";
import { suspect } from "./suspect";

/** A client that lost the answer may ask again for so long. */
const graceMs = 10_000;

export const refreshTokens = operation({
  id: "auth.refresh",
  http: "POST /auth/token/refresh",
  summary: "Exchange a refresh token for a new pair of tokens.",
  description:
    "The old refresh token is spent. Sent again by the same client within 10 seconds it answers the same; sent again later, or by another client, it ends the session and all its tokens.",
  scope: "platform",
  permission: openTo("anyone", "The refresh token is the proof."),
  limit: "refresh",
  audit: "session.refreshed",
  input: { body: z.strictObject({ refresh: Token }) },
  output: TokenPair,
  fails: ["unauthenticated", "session_ended"],
  idempotency: "none",
  prepare: (): Promise<SigningKey> => signingKey(),
  async run(context, { body }, key) {
    const { db, actor, now, about, refuse } = context;
    const { from } = actor;
    const held = await holdRefreshToken(db, body.refresh);
    if (!held || held.session.host !== from.host) {
      throw new Problem("unauthenticated", "This refresh token is not valid here. Sign in again.");
    }
    const { session, spentAt } = held;
    const claim = {
      sessionId: session.id,
      accountId: session.accountId,
      host: from.host,
      door: session.door,
    };
    const found = await findActorIn(db, claim);
    if (!found) throw ended();
    const name = found.member?.name ?? found.account.publicId;

    const client = clientOf(from);
    const isRetry =
      spentAt !== null && now.getTime() - spentAt.getTime() <= graceMs && held.client === client;
    if (spentAt !== null && !isRetry) {
      // Somebody holds a copy, and we cannot know which of the two is the owner.
      await endSessions(db, now, { accountId: session.accountId, id: session.id }, "replayed");
      about({ recordId: session.id, details: { name, reason: "replayed" } });
      const account = await db.account.findFirst({ where: { id: session.accountId } });
      const secondsBefore = Math.round((now.getTime() - spentAt.getTime()) / 1000);
      const evidence = { sessionId: session.id, secondsBefore, isSameClient: held.client === client };
      const { laboratory } = found;
      if (account) await suspect(context, { kind: "refresh_replay", account, laboratory, evidence });
      return refuse(ended());
    }

    about({ recordId: session.id, details: { name } });
    const refresh = successorOf(body.refresh);
    if (!isRetry) {
      await spendRefreshToken(db, now, { token: body.refresh, client, session });
      await keepRefreshToken(db, now, { token: refresh, session, client });
    }
    const roles = found.member?.roles ?? [];
    const issuedAt = spentAt ?? now;
    const access = await accessFor(key, { session, origin: from.origin, roles, refresh, issuedAt });
    return presentTokens({ access, refresh, sessionId: session.id });
  },
});

function ended(): Problem {
  return new Problem("session_ended", "Your session has ended. Sign in again.");
}
