import "server-only";
import { z } from "zod";
import { openTo, operation } from "@/lib/infra/operation";
import { ActedOn, Outcomes, onEach } from "../on-each";
import { Why } from "../schema";
import { rejectOne } from "./reject-provider";
import { verifyOne } from "./verify-provider";

export const actOnProviders = operation({
  id: "operator.actOnProviders",
  http: "POST /operator/providers/actions",
  summary:
    "Verify or reject several providers, each by itself: one that is refused does not stop the others.",
  description: "A rejection needs a reason. Each of them is told by mail.",
  scope: "platform",
  permission: openTo("operator", "Whoever runs the installation verifies licences."),
  limit: "write",
  audit: "provider.decided",
  input: {
    body: z
      .strictObject({
        action: z.enum(["verify", "reject"]),
        accountIds: ActedOn,
        reason: Why.shape.reason.optional(),
      })
      .refine(({ action, reason }) => action === "verify" || reason !== undefined, {
        path: ["reason"],
        error: "Say why: they are told.",
      }),
  },
  output: Outcomes,
  fails: ["validation_failed"],
  async run(given, { body: { action, accountIds, reason = "" } }) {
    const about: typeof given.about = ({ details, ...subject }) =>
      given.about({ ...subject, details: { action, ...details } });
    // Versions are each provider's own; here they were all looked at a moment ago.
    const context = { ...given, about, ifMatch: null };
    return onEach(accountIds, (id) =>
      action === "verify" ? verifyOne(context, id) : rejectOne(context, id, reason),
    );
  },
});
