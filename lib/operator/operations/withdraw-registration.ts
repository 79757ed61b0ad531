import "server-only";
import { z } from "zod";
import { withdrawRegistration } from "@/lib/accounts/repository.registrations";
import { Id } from "@/lib/core/ids";
import { openTo, operation } from "@/lib/infra/operation";
import { Why } from "../schema";

export const deletePendingRegistration = operation({
  id: "operator.deletePendingRegistration",
  http: "DELETE /operator/pending-registrations/{registrationId}",
  summary: "End a registration that waits: its code and its link open nothing any more.",
  scope: "platform",
  permission: openTo("operator", "Who runs the installation clears away what is not meant."),
  limit: "write",
  audit: "registration.withdrawn",
  input: { params: z.strictObject({ registrationId: Id }), query: Why },
  output: z.undefined(),
  fails: ["not_found", "malformed_request"],
  async run({ db, now, about }, { params, query }) {
    const { kind } = await withdrawRegistration(db, now, params.registrationId);
    about({ recordId: params.registrationId, details: { kind, reason: query.reason } });
    return undefined;
  },
});
