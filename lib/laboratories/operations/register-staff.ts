import "server-only";
import { enterAsProgram } from "@/lib/accounts/operations/sign-in";
import { SignedInOrWanted } from "@/lib/accounts/schema";
import { openTo, operation } from "@/lib/infra/operation";
import { signingKey } from "@/lib/infra/tokens";
import { StaffRegistration } from "../schema";
import { acceptLink, prepareAcceptance } from "./join-laboratory";

export const registerStaff = operation({
  id: "auth.registerAsStaff",
  http: "POST /auth/register/staff",
  summary: "Register as staff of a laboratory, with the invitation that came by mail.",
  description:
    "At the laboratory's own address: accepting the invitation by another name. Without one nobody becomes staff.",
  scope: "platform",
  permission: openTo("anyone", "The link from the mail is the proof, together with the password."),
  limit: "sign-in",
  audit: "invitation.accepted",
  auditsRefusals: true,
  input: { body: StaffRegistration },
  output: SignedInOrWanted,
  fails: ["code_invalid", "validation_failed", "unauthenticated", "illegal_move", "conflict", "unavailable"],
  status: 201,
  idempotency: "none",
  prepare: async (context, { body }) => ({
    acceptance: await prepareAcceptance(context, body),
    key: await signingKey(),
  }),
  run: async (context, { body }, { acceptance, key }) =>
    enterAsProgram(context, await acceptLink(context, body, acceptance), key),
});
