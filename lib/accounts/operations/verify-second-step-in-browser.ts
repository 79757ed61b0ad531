import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { TicketOrWanted } from "../schema";
import { SecondStep } from "../schema.second-factors";
import { noticeOfRecovery, takeSecondStep } from "./second-step";
import { enterInBrowser } from "./sign-in";

export const verifySecondStepInBrowser = operation({
  id: "auth.verifySecondStepInBrowser",
  http: "page",
  summary: "Finish a sign-in with the second factor, in a browser.",
  scope: "platform",
  permission: openTo("anyone", "The token of the first step and the second factor are the proof."),
  limit: "sign-in",
  audit: "account.signed_in",
  input: { body: SecondStep },
  output: TicketOrWanted,
  fails: ["code_invalid"],
  prepare: (context, { body }) => noticeOfRecovery(context, body),
  run: async (context, { body }, notice) =>
    enterInBrowser(context, await takeSecondStep(context, "browser", body, notice)),
});
