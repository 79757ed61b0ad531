import "server-only";
import { z } from "zod";
import { invalidField } from "@/lib/core/problem";
import { inPlatform } from "@/lib/infra/db";
import { openTo, operation } from "@/lib/infra/operation";
import { endBegunSignIns, endEverySession, replacePassword } from "../repository.credentials";
import { endResets } from "../repository.resets";
import { PasswordChange } from "../schema.ways-back";
import { holdOwnPassword, proveOwnPassword } from "./current-password";
import { holdOwnersPassword, preparePassword } from "./finish-reset";
import { keepNotMe } from "./not-me-link";

export const changePassword = operation({
  id: "users.changePassword",
  http: "POST /users/me/change-password",
  summary: "Change your password; every other session of yours ends.",
  description: "Asks for the password that you have, and for a sign-in of the last hour.",
  scope: "platform",
  permission: openTo("account", "Everybody may change their own password, and proves the one they have."),
  limit: "sign-in",
  audit: "account.password_changed",
  auditsRefusals: true,
  input: { body: PasswordChange },
  output: z.undefined(),
  fails: ["reauthentication_required", "payload_too_large", "unavailable"],
  idempotency: "none",
  async prepare({ actor, now }, { body }) {
    const { currentPassword, newPassword } = body;
    const id = actor.account?.id;
    const account = id
      ? await inPlatform({ laboratoryId: null, accountId: id }, (db) =>
          db.account.findFirst({ where: { id } }),
        )
      : null;
    const proof = await proveOwnPassword(actor, currentPassword);
    if (newPassword === currentPassword) {
      throw invalidField("newPassword", "Choose another password than the one you have.");
    }
    return { proof, prepared: await preparePassword({ actor, now }, newPassword, account) };
  },
  async run(context, { body }, { proof, prepared }) {
    const { db, actor, now, mail } = context;
    const account = await holdOwnPassword(context, proof);
    await holdOwnersPassword(context, account, body.newPassword);
    await replacePassword(db, now, account.id, prepared.passwordHash);
    const others = { accountId: account.id, except: actor.session?.id };
    await endEverySession(db, now, others, "password_changed");
    await endBegunSignIns(db, now, account.id);
    await endResets(db, now, account.id);
    await keepNotMe(db, now, prepared.notMe, { accountId: account.id, host: actor.from.host });
    mail({ ...prepared.letter, to: account.email });
    return undefined;
  },
});
