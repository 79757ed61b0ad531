import "server-only";
import { z } from "zod";
import { openTo, operation } from "@/lib/infra/operation";
import { lockSession } from "../repository.sessions";

export const lockScreen = operation({
  id: "auth.lockScreen",
  http: "page",
  summary: "Lock this screen, in all its tabs.",
  scope: "platform",
  permission: openTo("account", "Everybody may lock their own screen."),
  whileLocked: true,
  limit: "write",
  audit: "session.locked",
  input: {},
  output: z.undefined(),
  fails: [],
  async run({ db, actor, now, about }) {
    if (!actor.session || actor.session.isLocked) return undefined;
    await lockSession(db, now, actor.session.id);
    about({ recordId: actor.session.id });
    return undefined;
  },
});
