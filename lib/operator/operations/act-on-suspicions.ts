import "server-only";
import { z } from "zod";
import { reviewOne } from "@/lib/accounts/operations/review-suspicion";
import { Review } from "@/lib/accounts/schema.watch";
import { openTo, operation } from "@/lib/infra/operation";
import { ActedOn, Outcomes, onEach } from "../on-each";

export const actOnSuspicions = operation({
  id: "operator.actOnSuspicions",
  http: "POST /operator/suspicions/actions",
  summary:
    "Close several suspicions with one note, each by itself: one that is refused does not stop the others.",
  scope: "platform",
  permission: openTo("operator", "Operators keep watch over the installation."),
  limit: "write",
  audit: "suspicion.reviewed",
  input: {
    body: z.strictObject({ action: z.enum(["review"]), suspicionIds: ActedOn, note: Review.shape.note }),
  },
  output: Outcomes,
  fails: ["validation_failed"],
  run: (context, { body: { suspicionIds, note } }) =>
    onEach(suspicionIds, (id) => reviewOne(context, id, note)),
});
