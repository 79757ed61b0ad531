import "server-only";
import { z } from "zod";
import { withdrawRegistration } from "@/lib/accounts/repository.registrations";
import { Problem } from "@/lib/core/problem";
import { openTo, operation } from "@/lib/infra/operation";
import { ActedOn, Outcomes, onEach } from "../on-each";
import { Why } from "../schema";
import { type Prepared, prepareOne, resendOne } from "./resend-registration";

export const actOnRegistrations = operation({
  id: "operator.actOnRegistrations",
  http: "POST /operator/pending-registrations/actions",
  summary:
    "End several registrations that wait, or mail them again, each by itself: one that is refused does not stop the others.",
  description: "Ending them needs a reason.",
  scope: "platform",
  permission: openTo("operator", "Who runs the installation clears away what is not meant."),
  limit: "write",
  audit: "registration.acted_on",
  input: {
    body: z
      .strictObject({
        action: z.enum(["delete", "resend"]),
        registrationIds: ActedOn,
        reason: Why.shape.reason.optional(),
      })
      .refine(({ action, reason }) => action === "resend" || reason !== undefined, {
        path: ["reason"],
        error: "Say why: it is kept in the audit trail.",
      }),
  },
  output: Outcomes,
  fails: ["validation_failed"],
  async prepare({ actor, now }, { body: { action, registrationIds } }) {
    const prepared = new Map<string, Prepared | Problem>();
    if (action === "delete") return prepared;
    for (const id of new Set(registrationIds)) {
      prepared.set(id, await prepareOne({ actor, now }, id).catch(problemOf));
    }
    return prepared;
  },
  async run(given, { body: { action, registrationIds, reason } }, prepared) {
    const { db, now } = given;
    const about: typeof given.about = ({ details, ...subject }) =>
      given.about({ ...subject, details: { action, ...details } });
    return onEach(registrationIds, async (recordId) => {
      const letters = prepared.get(recordId);
      if (letters instanceof Problem) throw letters;
      if (letters) return resendOne({ ...given, about }, recordId, letters);
      const { kind } = await withdrawRegistration(db, now, recordId);
      about({ recordId, details: { kind, reason } });
    });
  },
});

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}
