import "server-only";
import type { Fact } from "@/lib/core/events";
import { follow } from "@/lib/core/lifecycle";
import type { LabContext } from "@/lib/infra/operation";
import { type SampleMove, sampleLifecycle } from "../lifecycle";
import { presentSample } from "../presenter";
import { changeSamples, type LockedSample, type SampleChange } from "../repository";
import { findSample } from "../repository.find";
import type { ItemOutcome, Sample, SampleItem } from "../schema";
import { actOnEach, actOnOne } from "./act-on-each";

/** A verb that leads samples one step on along their life. */
type Verb<Body, Made extends Omit<SampleChange["set"], "state">> = {
  move: SampleMove;
  announces: (payload: { sampleId: string }) => Fact;
  /** What it writes beside the new state. @throws Problem why it may not. */
  make: (sample: LockedSample, body: Body, context: LabContext) => Made;
  /** What the trail says of it beside the two states. */
  tell: (made: Made) => Record<string, unknown>;
  /** What follows for the orders of those that were moved. */
  settle?: (context: LabContext, orderIds: string[]) => Promise<unknown>;
};

type MoveSamples<Body> = (context: LabContext, items: readonly SampleItem<Body>[]) => Promise<ItemOutcome[]>;

/** Over many samples at once, each judged by itself. */
export function moving<Body, Made extends Omit<SampleChange["set"], "state">>({
  move,
  announces,
  make,
  tell,
  settle,
}: Verb<Body, Made>): MoveSamples<Body> {
  return (context, items) =>
    actOnEach(
      context,
      items,
      (sample, body) => {
        // First: whether it may at all.
        const state = follow(sampleLifecycle, sample.state, move);
        return { state, made: make(sample, body, context) };
      },
      async (granted) => {
        const { db, actor, now, about, emit } = context;
        const changes = granted.map(({ sample, verdict }) => ({
          id: sample.id,
          set: { state: verdict.state, ...verdict.made },
        }));
        await changeSamples(db, actor.laboratory.id, changes, now);
        await settle?.(context, [...new Set(granted.map(({ sample }) => sample.orderId))]);
        for (const { sample, verdict } of granted) {
          const { id, orderId, patientId } = sample;
          const details = { state: [sample.state, verdict.state], ...tell(verdict.made) };
          about({ recordId: id, orderId, patientId, details });
          emit(announces({ sampleId: id }));
        }
      },
    );
}

/** The same verb over one sample, as it stands afterwards. @throws Problem why it may not. */
export async function moveOne<Body>(
  context: LabContext,
  sampleId: string,
  body: Body,
  move: MoveSamples<Body>,
): Promise<Sample> {
  await actOnOne(context, sampleId, body, move);
  return presentSample(await findSample(context.db, context.actor.laboratory.id, sampleId));
}
