import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notFound, Problem } from "@/lib/core/problem";
import { openTo, operation, type PlatformContext } from "@/lib/infra/operation";
import { presentSuspicion } from "../presenter.watch";
import { isSuspicion, publicIdsOf, reviewSuspicion as review } from "../repository.suspicions";
import { Review, SuspicionView } from "../schema.watch";

export const reviewSuspicion = operation({
  id: "operator.reviewSuspicion",
  http: "POST /operator/suspicions/{suspicionId}/review",
  summary: "Write down what you made of a suspicion. It is then closed.",
  scope: "platform",
  permission: openTo("operator", "Operators keep watch over the installation."),
  limit: "write",
  audit: "suspicion.reviewed",
  input: { params: z.strictObject({ suspicionId: Id }), body: Review },
  output: SuspicionView,
  fails: ["not_found", "illegal_move"],
  idempotency: "none",
  run: (context, { params, body }) => reviewOne(context, params.suspicionId, body.note),
});

/** Closes one suspicion. @throws Problem why it cannot be closed, before anything is touched. */
export async function reviewOne(
  { db, actor, now, about }: PlatformContext,
  id: string,
  note: string,
): Promise<SuspicionView> {
  const reviewedById = actor.account?.id;
  if (!reviewedById || !(await isSuspicion(db, id))) throw notFound();
  const reviewed = await review(db, now, { id, reviewedById, note });
  if (!reviewed) throw new Problem("illegal_move", "Somebody has reviewed this already.");
  about({ recordId: id, details: { kind: reviewed.kind, note } });
  const named = [reviewedById, ...(reviewed.accountId ? [reviewed.accountId] : [])];
  return presentSuspicion(reviewed, await publicIdsOf(db, named));
}
