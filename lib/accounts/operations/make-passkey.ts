import "server-only";
import { Problem } from "@/lib/core/problem";
import type { PlatformContext } from "@/lib/infra/operation";
import { challengeOf, checkMade } from "@/lib/infra/passkeys";
import { presentPasskey } from "../presenter";
import { addPasskey, spendPasskeyChallenge } from "../repository.passkeys";
import { holdRecentSignIn } from "../repository.sessions";
import type { NewPasskey } from "../schema.second-factors";
import { settle } from "./add-factor";
import { ownSession } from "./own-session";
import type { SecurityNotice } from "./security-notice";

export const passkeyAdded = "A passkey was added to your account.";

/** Takes what an authenticator has made, and makes it count. */
export async function makePasskey(
  context: PlatformContext,
  { name, ...made }: NewPasskey,
  notice: SecurityNotice | null,
) {
  const { db, actor, now, refuse } = context;
  const own = await ownSession(db, actor);
  await holdRecentSignIn(db, actor, now);
  const of = { accountId: own.account.id, host: actor.from.host };
  const challenge = challengeOf(made);
  if (!challenge || !(await spendPasskeyChallenge(db, now, { ...of, purpose: "register", challenge }))) {
    return refuse(notMade());
  }
  const checked = await checkMade(actor.from, { challenge, made });
  if (!checked) return refuse(notMade());
  const row = await addPasskey(db, now, { ...of, name, made: checked });
  if (!row) return refuse(new Problem("already_exists", "This passkey is registered already."));
  const settled = await settle(context, own, "passkey", notice);
  return { ...settled, passkey: presentPasskey(row, of.host) };
}

function notMade(): Problem {
  return new Problem(
    "code_invalid",
    "The passkey could not be taken: it was made for another page, or took too long. Try again.",
  );
}
