import "server-only";
import { z } from "zod";
import { openTo, operation } from "@/lib/infra/operation";
import { removeAvatar } from "../repository.profile";

export const removeMyAvatar = operation({
  id: "users.removeAvatar",
  http: "DELETE /users/me/avatar",
  summary: "Take your picture away.",
  scope: "platform",
  permission: openTo("account", "Everybody may take their own picture away."),
  limit: "write",
  audit: "account.picture_removed",
  input: {},
  output: z.undefined(),
  fails: [],
  async run({ db, actor, about }) {
    if (!actor.account) return undefined;
    await removeAvatar(db, actor.account.id);
    about({ recordId: actor.account.id });
    return undefined;
  },
});
