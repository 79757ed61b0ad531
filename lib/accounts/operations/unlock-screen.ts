import "server-only";
import { z } from "zod";
import { openTo, operation } from "@/lib/infra/operation";
import { unlockSession } from "../repository.sessions";
import { Unlocking } from "../schema.second-factors";
import { preparePassword } from "./confirm-identity";
import { isOwnPassword, notYourPassword } from "./current-password";
import { ownSession } from "./own-session";
import { takePasskey, wrongPasskey } from "./second-factor";

/** The session has seen its second factor when it began; whoever sits down again is the same person, or is not. */
export const unlockScreen = operation({
  id: "auth.unlockScreen",
  http: "page",
  summary: "Unlock this screen: by the person who was signed in, and nobody else.",
  scope: "platform",
  permission: openTo("account", "The password or the passkey is the proof."),
  whileLocked: true,
  limit: "confirm",
  audit: "session.unlocked",
  input: { body: Unlocking },
  output: z.undefined(),
  fails: ["unauthenticated", "session_ended", "payload_too_large", "unavailable"],
  prepare: ({ actor }, { body }) => preparePassword(actor, body.password),
  async run(context, { body }, password) {
    const { db, actor, now, about, refuse } = context;
    const own = await ownSession(db, actor);
    about({ recordId: own.id, details: { name: actor.name } });
    const of = { purpose: "confirm", accountId: own.account.id } as const;
    if (body.passkey && !(await takePasskey(db, now, actor, { ...of, proof: body.passkey }))) {
      return refuse(wrongPasskey());
    }
    if (password && !(await isOwnPassword(context, password))) return refuse(notYourPassword("password"));
    if (!body.passkey && !password) return refuse(notYourPassword("password"));
    await unlockSession(db, now, own.id);
    return undefined;
  },
});
