import "server-only";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { presentPasskey } from "../presenter";
import { findPasskeys } from "../repository.passkeys";
import { countRecoveryCodes, findTotp } from "../repository.second-factors";
import { isRecent } from "../repository.sessions";
import { SecondFactors } from "../schema.second-factors";
import { ownSession } from "./own-session";

export const readSecondFactors = operation({
  id: "users.secondFactors",
  http: "GET /users/me/mfa",
  summary: "See what you can prove beside your password, and what this laboratory asks for.",
  scope: "platform",
  permission: openTo("account", "Everybody may see their own; no secret is in it."),
  limit: "read",
  audit: notAudited("A person looks at their own account."),
  input: {},
  output: SecondFactors,
  fails: ["session_ended"],
  async run({ db, actor, now }) {
    const own = await ownSession(db, actor);
    const accountId = own.account.id;
    const totp = await findTotp(db, accountId);
    const passkeys = await findPasskeys(db, { accountId });
    const asked = actor.laboratory?.secondFactorRoles ?? [];
    return {
      totp: totp?.confirmedAt ? { confirmedAt: totp.confirmedAt.toISOString() } : null,
      recoveryCodesLeft: await countRecoveryCodes(db, accountId),
      passkeys: passkeys.map((row) => presentPasskey(row, actor.from.host)),
      isRequired: actor.member?.roles.some((role) => asked.includes(role)) ?? false,
      isProved: own.second !== null || own.first === "passkey",
      isRecent: isRecent(own.provedAt, now),
    };
  },
});
