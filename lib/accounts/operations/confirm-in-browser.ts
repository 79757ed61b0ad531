import "server-only";
import { z } from "zod";
import { openTo, operation } from "@/lib/infra/operation";
import { TicketOrWanted, Token } from "../schema";
import { CodeOfRegistration } from "../schema.registrations";
import { confirmRegistration } from "./confirm-registration";
import { enterInBrowser } from "./sign-in";

/**
 * As `verifyCode`, for the browser that registered: the code opens its own registration and no other, so that
 * whoever registers with somebody else's address meanwhile gains nothing by their code.
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
  input: { body: CodeOfRegistration },
  output: TicketOrWanted,
  fails: ["code_invalid"],
  async run(context, { body: { registrationId: id, code } }) {
    return enterInBrowser(context, await confirmRegistration(context, { by: { id }, code }));
  },
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
  run: async (context, { body }) => enterInBrowser(context, await confirmRegistration(context, body)),
});
