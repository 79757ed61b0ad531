import { describe, expect, it } from "vitest";
import { z } from "zod";
import { newId } from "@/lib/core/ids";
import { type LabContext, notAudited, openTo, operation } from "@/lib/infra/operation";
import { openOrder } from "@/lib/orders/operations/open-order";
import type { Order } from "@/lib/orders/schema";
import { a, type Member } from "@/tests/support/a";
import { anOrder, bring, facts } from "@/tests/support/an-order";
import { accessionSamples } from "./operations/accession-samples";
import { collectSamples } from "./operations/collect-samples";
import { disposeOfSamples } from "./operations/dispose-of-samples";
import { rejectSamples } from "./operations/reject-samples";
import { storeSamples } from "./operations/store-samples";
import type { ItemOutcome, SampleItem } from "./schema";

type Verb<Body> = (context: LabContext, items: readonly SampleItem<Body>[]) => Promise<ItemOutcome[]>;

/** Runs a verb over many samples, and counts the statements it takes. */
async function over<Body>(who: Member, verb: Verb<Body>, items: readonly SampleItem<Body>[]) {
  let statements = 0;
  const bulk = operation({
    id: "samples.bulkInATest",
    http: "page",
    summary: "Act on many samples.",
    scope: "laboratory",
    permission: openTo("member", "The verbs are what is tested, not the door."),
    limit: "write",
    audit: notAudited("The verbs are what is tested."),
    input: {},
    output: z.array(z.string().nullable()),
    fails: [],
    async run(context) {
      const db = new Proxy(context.db, {
        get(target, name) {
          if (name === "sql") statements += 1;
          return Reflect.get(target, name);
        },
      });
      const outcomes = await verb({ ...context, db }, items);
      expect(outcomes.map(({ sampleId }) => sampleId)).toEqual(items.map(({ sampleId }) => sampleId));
      return outcomes.map(({ problem }) => problem?.code ?? null);
    },
  });
  return { codes: await who.does(bulk), statements };
}

const each = <Body>(orders: readonly Order[], body: Body): SampleItem<Body>[] =>
  orders.flatMap(({ samples }) => samples.map(({ id }) => ({ sampleId: id, body })));

const notRecorded = { collectionNotRecorded: true } as const;

describe("a verb over many samples", () => {
  it("judges each by itself, writes those that may, and touches no other", async () => {
    const lab = await a.laboratory();
    const next = await a.laboratory();
    const tech = await lab.member("technician");
    const [one, two] = [await anOrder(lab), await anOrder(lab)];
    const foreign = await anOrder(next);
    const [first, second] = each([one], notRecorded);
    const [third] = each([two], notRecorded);
    const [theirs] = each([foreign], notRecorded);
    if (!first || !second || !third || !theirs) throw new Error("Each order has two tubes.");
    const { codes } = await over(tech, accessionSamples, [
      first,
      { ...second, version: 9 },
      { ...third, body: {} },
      theirs,
      { ...first, sampleId: newId() },
      first,
    ]);
    expect(codes).toEqual([
      null,
      "precondition_failed",
      "validation_failed",
      "not_found",
      "not_found",
      "conflict",
    ]);
    expect(await facts(lab, "sample.accessioned")).toEqual([{ sampleId: first.sampleId }]);
    expect(await facts(next, "sample.accessioned")).toEqual([]);
    const reader = await lab.member("auditor");
    const read = async ({ id }: Order) => (await reader.does(openOrder, { params: { orderId: id } })).state;
    expect([await read(one), await read(two)]).toEqual(["in_progress", "placed"]);
  });

  it("takes the same few statements for forty samples as for two, whichever verb", async () => {
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    const few = [await anOrder(lab)];
    const many: Order[] = [];
    for (let n = 0; n < 20; n += 1) many.push(await anOrder(lab));
    const both = async <Body>(verb: Verb<Body>, body: Body) => {
      const [small, large] = [
        await over(tech, verb, each(few, body)),
        await over(tech, verb, each(many, body)),
      ];
      expect([...small.codes, ...large.codes].filter((code) => code !== null)).toEqual([]);
      expect(large.codes).toHaveLength(40);
      expect(large.statements).toBe(small.statements);
    };
    await both(collectSamples, { site: "Left arm" });
    await both(accessionSamples, {});
    await bring(
      lab,
      [...few, ...many].flatMap(({ results }) => results.map(({ id }) => id)),
      "released",
    );
    await both(storeSamples, { location: "Fridge 2" });
    await both(disposeOfSamples, { reason: "7 days" });
  });

  it("R6 rejects many at once, two of one order among them, each with its own recollection", async () => {
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    const orders = [await anOrder(lab), await anOrder(lab)];
    const { codes } = await over(tech, rejectSamples, each(orders, { reasonCode: "temperature" }));
    expect(codes).toEqual([null, null, null, null]);
    const reader = await lab.member("auditor");
    for (const before of orders) {
      const after = await reader.does(openOrder, { params: { orderId: before.id } });
      expect(after.samples.map(({ barcode, state }) => [barcode.split("-").at(-1), state])).toEqual([
        ["1", "rejected"],
        ["2", "rejected"],
        ["3", "expected"],
        ["4", "expected"],
      ]);
      expect(after.samples.slice(2).map(({ recollectionOfId }) => recollectionOfId)).toEqual(
        before.samples.map(({ id }) => id),
      );
      const pending = after.results.filter(({ state }) => state === "pending");
      expect(pending).toHaveLength(before.results.length);
      expect(after.results).toHaveLength(2 * before.results.length);
    }
  });
});
