import "server-only";
import { Problem } from "@/lib/core/problem";
import { qrCode } from "@/lib/infra/barcode";
import { openTo, operation } from "@/lib/infra/operation";
import { seal } from "@/lib/infra/sealed";
import { newTotpSecret, totpUri } from "@/lib/infra/totp";
import { beginTotp } from "../repository.second-factors";
import { holdRecentSignIn } from "../repository.sessions";
import { TotpSecret } from "../schema.second-factors";
import { ownSession } from "./own-session";

export const enrolTotp = operation({
  id: "users.enrolTotp",
  http: "POST /users/me/mfa/totp",
  summary: "Begin with an authenticator app: its secret, which counts once a first code has confirmed it.",
  scope: "platform",
  permission: openTo("account", "Everybody may protect their own account."),
  limit: "write",
  audit: "second_factor.begun",
  input: {},
  output: TotpSecret,
  fails: ["already_exists", "reauthentication_required", "session_ended"],
  idempotency: "none",
  status: 201,
  async prepare({ actor }) {
    const secret = newTotpSecret();
    const uri = totpUri(secret, { issuer: actor.from.host, label: actor.account?.email ?? "" });
    const { width, path } = qrCode(uri);
    return {
      secretJwe: await seal("second-factor", secret),
      shown: { secret, uri, qr: { size: width, path } },
    };
  },
  async run({ db, actor, now, about }, _, { secretJwe, shown }) {
    const { account } = await ownSession(db, actor);
    await holdRecentSignIn(db, actor, now);
    about({ recordId: account.id, details: { name: actor.name } });
    if (!(await beginTotp(db, now, { accountId: account.id, secretJwe }))) {
      throw new Problem("already_exists", "Your account has an authenticator app. Remove it first.");
    }
    return shown;
  },
});
