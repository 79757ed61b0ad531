import "server-only";
import { notFound, Problem } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import type { LabContext } from "@/lib/infra/operation";
import { type LockedSample, lockSamples } from "../repository";
import type { ItemOutcome, SampleItem } from "../schema";

/** A sample that may have what its item asks for. */
export type Granted<Body, Verdict> = { item: SampleItem<Body>; sample: LockedSample; verdict: Verdict };

/**
 * One verb over many samples, each judged by itself: those that may, are written together in a few statements;
 * the others keep their problem and nothing of them is touched.
 * @param judge what the verb makes of one sample. @throws Problem why it may not.
 * @param write all that were granted, at once.
 */
export async function actOnEach<Body, Verdict>(
  { db, actor }: LabContext,
  items: readonly SampleItem<Body>[],
  judge: (sample: LockedSample, body: Body) => Verdict,
  write: (granted: Granted<Body, Verdict>[]) => Promise<void>,
): Promise<ItemOutcome[]> {
  const samples = await lockSamples(
    db,
    actor.laboratory.id,
    items.map((item) => item.sampleId),
  );
  const named = new Set<string>();
  const granted: Granted<Body, Verdict>[] = [];
  const outcomes = items.map((item): ItemOutcome => {
    try {
      const sample = samples.get(item.sampleId);
      if (!sample) throw notFound();
      if (named.has(sample.id)) throw new Problem("conflict", "This sample is named twice.");
      named.add(sample.id);
      checkVersion(sample.version, item.version ?? null);
      granted.push({ item, sample, verdict: judge(sample, item.body) });
      return { sampleId: item.sampleId, problem: null };
    } catch (error) {
      if (error instanceof Problem) return { sampleId: item.sampleId, problem: error };
      throw error;
    }
  });
  if (granted.length > 0) await write(granted);
  return outcomes;
}

/** The same verb on one sample. @throws Problem why it may not. */
export async function actOnOne<Body>(
  context: LabContext,
  sampleId: string,
  body: Body,
  act: (context: LabContext, items: readonly SampleItem<Body>[]) => Promise<ItemOutcome[]>,
): Promise<void> {
  const [outcome] = await act(context, [{ sampleId, version: context.ifMatch ?? undefined, body }]);
  if (!outcome) throw notFound();
  if (outcome.problem) throw outcome.problem;
}
