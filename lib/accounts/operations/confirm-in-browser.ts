import "server-only";
import { z } from "zod";
import { openTo, operation, type PlatformContext } from "@/lib/infra/operation";
import { emailKey } from "../policy";
import { TicketOrWanted, Token } from "../schema";
import { CodeOfAddress } from "../schema.registrations";
import { type Confirming, confirmRegistration } from "./confirm-registration";
import { enterInBrowser } from "./sign-in";

/**
 * As `verifyCode`, for a browser: the newest code of an address counts, whichever tab it was asked for in. Whoever
 * registers with somebody else's address meanwhile gains nothing by it: no password that was typed counts then.
 */
export const confirmByCodeInBrowser = operation({
  id: "auth.confirmByCodeInBrowser",
  http: "page",
  summary: "Confirm a registration with its code, in a browser.",
  scope: "platform",
  permission: openTo("anyone", "The code is the proof: five tries, thirty minutes."),
  limit: "code",
  audit: "registration.confirmed",
  auditsRefusals: true,
  input: { body: CodeOfAddress },
  output: TicketOrWanted,
  fails: ["code_invalid"],
  run: (context, { body: { email, code } }) =>
    confirmAndEnter(context, { by: { emailKey: emailKey(email) ?? "" }, code }),
});

/** As `verifyLink`, for a browser: the page posts, since mail scanners follow links (S9). */
export const confirmByLinkInBrowser = operation({
  id: "auth.confirmByLinkInBrowser",
  http: "page",
  summary: "Confirm a registration with its link, in a browser.",
  scope: "platform",
  permission: openTo("anyone", "The link is the proof: 256 bits, one use, one host."),
  limit: "code",
  audit: "registration.confirmed",
  auditsRefusals: true,
  input: { body: z.strictObject({ token: Token }) },
  output: TicketOrWanted,
  fails: ["code_invalid"],
  run: (context, { body }) => confirmAndEnter(context, body),
});

async function confirmAndEnter(context: PlatformContext, given: Confirming): Promise<TicketOrWanted> {
  const { wantsPassword, ...entrant } = await confirmRegistration(context, given);
  const answer = await enterInBrowser(context, entrant);
  return "ticket" in answer && wantsPassword ? { ...answer, wantsPassword } : answer;
}
