import "server-only";
import { openTo, operation } from "@/lib/infra/operation";
import { emailKey } from "../policy";
import { ProviderConfirmation, ProviderConfirmed } from "../schema.registrations";
import { type Confirming, confirmRegistration, notConfirmed } from "./confirm-registration";

export const verifyProviderEmail = operation({
  id: "provider.verifyEmail",
  http: "POST /provider/verify-email",
  summary: "Confirm a provider's e-mail address, by the code or the link that came by mail.",
  description:
    "At the address where the registration was made. Operators verify the licence afterwards. Where the address was registered again meanwhile with another password, no password counts: a mail to choose one is on its way.",
  scope: "platform",
  permission: openTo("anyone", "The code or the link is the proof."),
  limit: "code",
  audit: "registration.confirmed",
  auditsRefusals: true,
  input: { body: ProviderConfirmation },
  output: ProviderConfirmed,
  fails: ["code_invalid"],
  status: 200,
  idempotency: "none",
  async run(context, { body: { token, email = "", code = "" } }) {
    const by = { emailKey: emailKey(email) ?? "" };
    const given: Confirming = token === undefined ? { by, code } : { token };
    const { account } = await confirmRegistration(context, given);
    if (account.kind !== "provider") throw notConfirmed(token === undefined ? "code" : "link");
    return { providerId: account.id, email: account.email, verified: true as const };
  },
});
