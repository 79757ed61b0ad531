import "server-only";
import type { Fact } from "@/lib/core/events";
import type { LabContext, PlatformContext } from "@/lib/infra/operation";

/** What a room does, in the same transaction, when a room to its left announces a fact. */
type Reaction<Context> = (context: Context, payload: Record<string, string>) => Promise<void>;

type Reactions<Context> = Record<string, () => Promise<Reaction<Context>[]>>;

/**
 * News travels right: a room never calls one to its right, it announces, and the reception carries the fact
 * over before the transaction commits. Loaded when first needed, so that a route imports only its own rooms.
 */
const inLaboratories: Reactions<LabContext> = {
  "order.placed": async () => [(await import("@/lib/billing/reactions")).draftInvoice],
  "order_item.cancelled": async () => [(await import("@/lib/billing/reactions")).followItems],
  "order.cancelled": async () => [(await import("@/lib/billing/reactions")).voidDraft],
  "patient.corrected": async () => [(await import("@/lib/results/reactions")).judgePatientAnew],
  "order.pregnancy_corrected": async () => [(await import("@/lib/results/reactions")).judgeOrderAnew],
  "sample.collection_corrected": async () => [(await import("@/lib/results/reactions")).judgeSampleAnew],
};

const onPlatform: Reactions<PlatformContext> = {
  "laboratory.founded": async () => [(await import("@/lib/catalogue/reactions")).stockLaboratory],
};

export function reactInLaboratory(context: LabContext, facts: readonly Fact[]): Promise<void> {
  return react(inLaboratories, context, facts);
}

export function reactOnPlatform(context: PlatformContext, facts: readonly Fact[]): Promise<void> {
  return react(onPlatform, context, facts);
}

async function react<Context>(
  reactions: Reactions<Context>,
  context: Context,
  facts: readonly Fact[],
): Promise<void> {
  for (const each of facts) {
    const load = reactions[each.name];
    if (!load) continue;
    for (const reaction of await load()) await reaction(context, each.payload);
  }
}
