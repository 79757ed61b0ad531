import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { holdSignIn, secondFactorsOf } from "../repository.second-factors";
import { Token } from "../schema";
import { OpenSecondStep } from "../schema.second-factors";

export const openSecondStep = operation({
  id: "auth.openSecondStep",
  http: "page",
  summary: "See what a sign-in that waits can be finished with.",
  scope: "platform",
  permission: openTo("anyone", "It tells the holder of the first step's token what that step told them."),
  limit: "public",
  audit: notAudited("Nothing is shown but the names of methods."),
  input: { body: z.strictObject({ mfaToken: Token }) },
  output: OpenSecondStep,
  fails: [],
  async run({ db, actor, now }, { body }) {
    const { host } = actor.from;
    const waiting = await holdSignIn(db, now, { token: body.mfaToken, host, door: "browser" });
    return waiting && { methods: await secondFactorsOf(db, waiting.accountId, host) };
  },
});
