import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { isGoodAsking } from "../repository.pre-registrations";
import { Token } from "../schema";

/** What the page behind the link shows. Mail scanners follow links: looking never spends one (S9). */
export const openPreRegistrationLink = operation({
  id: "preRegistrations.openLink",
  http: "page",
  summary: "See whether the link of a pre-registration is still good.",
  scope: "platform",
  permission: openTo("anyone", "The link is the proof, and shows nothing."),
  limit: "public",
  audit: notAudited("Mail scanners follow links; confirming is audited."),
  input: { query: z.strictObject({ token: Token }) },
  output: z.object({ valid: z.boolean() }),
  fails: [],
  run: async ({ db, now }, { query }) => ({ valid: await isGoodAsking(db, now, query.token) }),
});
