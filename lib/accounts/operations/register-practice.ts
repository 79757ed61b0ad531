import "server-only";
import { notFound, Problem } from "@/lib/core/problem";
import { openTo, operation } from "@/lib/infra/operation";
import { presentClinician } from "../presenter.providers";
import { findClinician } from "../repository.providers";
import { takeTurn } from "../repository.turns";
import { PracticeRegistration, ProviderView } from "../schema.registrations";
import { receiveProvider } from "./receive-provider";

export const registerPractice = operation({
  id: "users.registerPractice",
  http: "POST /users/me/provider",
  summary: "Register as a provider with the account that you have.",
  description:
    "At every address where you are signed in. As registering a provider, without what the account says already; licence, years and clinic may follow by PATCH /provider/{id}. Operators verify it. The account and its public id stay what they are.",
  scope: "platform",
  permission: openTo("account", "Everybody may tell that they are a clinician; operators verify it."),
  limit: "provider-registration",
  audit: "provider.registered",
  auditsRefusals: true,
  input: { body: PracticeRegistration },
  output: ProviderView,
  fails: ["not_found", "already_exists"],
  status: 201,
  location: ({ providerId }) => `/provider/${providerId}`,
  async run(context, { body }) {
    const { db, actor, about } = context;
    const id = actor.account?.id;
    const account = id ? await db.account.findFirst({ where: { id } }) : null;
    if (!account) throw notFound();
    await takeTurn(db, "provider", account.id);
    if (await findClinician(db, account.id)) throw registeredAlready();
    const profile = await receiveProvider(context, account, body);
    about({ recordId: account.id });
    return presentClinician({ ...profile, account });
  },
});

function registeredAlready(): Problem {
  return new Problem(
    "already_exists",
    "You are registered as a provider already. Your account says how it stands, and is where you correct it.",
  );
}
