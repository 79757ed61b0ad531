import "server-only";
import { Problem } from "@/lib/core/problem";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { askToMake } from "@/lib/infra/passkeys";
import { findPasskeys, knownPasskey, writePasskeyChallenge } from "../repository.passkeys";
import { holdRecentSignIn } from "../repository.sessions";
import { PasskeyOrder } from "../schema.second-factors";
import { ownSession } from "./own-session";

const passkeysMax = 20;

/** Found without a name, and proving its holder: two factors in one. */
const authenticatorSelection = {
  residentKey: "required",
  requireResidentKey: true,
  userVerification: "required",
} as const;

export const orderPasskey = operation({
  id: "users.orderPasskey",
  http: "POST /users/me/passkeys/options",
  summary: "Ask an authenticator to make a passkey for this address.",
  scope: "platform",
  permission: openTo("account", "Everybody may protect their own account."),
  limit: "write",
  audit: notAudited("A question, from which nothing follows until it is answered."),
  input: {},
  output: PasskeyOrder,
  fails: ["illegal_move", "reauthentication_required", "session_ended"],
  idempotency: "none",
  async run({ db, actor, now }) {
    const { from, laboratory } = actor;
    const { account } = await ownSession(db, actor);
    await holdRecentSignIn(db, actor, now);
    const of = { accountId: account.id, host: from.host };
    const known = await findPasskeys(db, of);
    if (known.length >= passkeysMax) {
      throw new Problem(
        "illegal_move",
        `You have ${passkeysMax} passkeys here. Remove one you no longer use.`,
      );
    }
    const asked = await askToMake(from, {
      challenge: await writePasskeyChallenge(db, now, { ...of, purpose: "register" }),
      place: laboratory?.name ?? "MedVuno",
      account: { id: account.id, email: account.email, name: actor.name },
      known: known.map(knownPasskey),
    });
    return {
      challenge: asked.challenge,
      rp: { id: asked.rp.id ?? from.host, name: asked.rp.name },
      user: asked.user,
      pubKeyCredParams: asked.pubKeyCredParams.map(({ alg }) => ({ type: "public-key" as const, alg })),
      timeout: asked.timeout ?? 0,
      excludeCredentials: (asked.excludeCredentials ?? []).map(({ id, transports = [] }) => ({
        ...{ id, type: "public-key" as const, transports: transports.map(String) },
      })),
      authenticatorSelection,
      attestation: "none" as const,
    };
  },
});
