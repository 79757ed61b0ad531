import "server-only";
import { z } from "zod";
import { withdrawRegistration } from "@/lib/accounts/repository.registrations";
import { openTo, operation } from "@/lib/infra/operation";
import { ActedOn, Outcomes, onEach } from "../on-each";
import { Why } from "../schema";

export const actOnRegistrations = operation({
  id: "operator.actOnRegistrations",
  http: "POST /operator/pending-registrations/actions",
  summary:
    "End several registrations that wait, each by itself: one that is refused does not stop the others.",
  scope: "platform",
  permission: openTo("operator", "Who runs the installation clears away what is not meant."),
  limit: "write",
  audit: "registration.withdrawn",
  input: { body: Why.extend({ action: z.enum(["delete"]), registrationIds: ActedOn }) },
  output: Outcomes,
  fails: ["validation_failed"],
  run: ({ db, now, about }, { body: { registrationIds, reason } }) =>
    onEach(registrationIds, async (recordId) => {
      const { kind } = await withdrawRegistration(db, now, recordId);
      about({ recordId, details: { kind, reason } });
    }),
});
