import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Orderable, OrderableTest } from "@/lib/catalogue/repository";
import { planOrder } from "./policy";

const NOW = new Date("2026-11-20T08:00:00Z");
const SAMPLE_TYPES = ["serum", "edta", "urine"];

/** A test of one analyte, by number: every third shares a sample type. */
function test(n: number, collection: string | null = null, analytes = [n]): OrderableTest {
  const code = SAMPLE_TYPES[n % 3] ?? "serum";
  return {
    id: `test-${n}`,
    code: `T${n}`,
    name: `Test ${n}`,
    loinc: null,
    section: "Chemistry",
    sampleType: { id: code, code, name: code, container: "tube", cap: "gold" },
    collection,
    turnaroundMinutes: { routine: 60 * (n + 1), urgent: 30 * (n + 1), stat: 10 * (n + 1) },
    analytes: analytes.map((each, position) => ({
      id: `analyte-${each}`,
      code: `A${each}`,
      name: `Analyte ${each}`,
      section: "Chemistry",
      group: null,
      loinc: null,
      unit: "mmol/L",
      decimals: 1,
      kind: "numeric",
      position,
    })),
  };
}

const single = (n: number, price: number | null = 100): Orderable => ({
  kind: "test",
  code: `T${n}`,
  name: `Test ${n}`,
  price,
  tests: [test(n)],
});

const panel = (code: string, tests: number[], price: number | null = 500): Orderable => ({
  kind: "panel",
  code,
  name: code,
  price,
  tests: tests.map((n) => test(n)),
});

describe("planning an order", () => {
  it("does a test once that two panels share, and leaves both panels their price", () => {
    const plan = planOrder([panel("P", [0, 1, 2], 500), panel("Q", [2, 3], 300)], "routine", NOW);
    expect(plan.tests.map(({ code }) => code)).toEqual(["T0", "T1", "T2", "T3"]);
    expect(plan.items.map(({ price }) => price)).toEqual([500, 300]);
    expect(plan.results).toHaveLength(4);
    const shared = plan.tests.find(({ code }) => code === "T2");
    expect(plan.itemTests.filter(({ orderTestId }) => orderTestId === shared?.id)).toHaveLength(2);
  });

  it("charges nothing for a single test that a panel of the order contains, before it or after", () => {
    for (const asked of [
      [single(1), panel("P", [0, 1])],
      [panel("P", [0, 1]), single(1)],
    ]) {
      const plan = planOrder(asked, "routine", NOW);
      expect(plan.items.map(({ code, price, listPrice }) => [code, price, listPrice])).toEqual(
        expect.arrayContaining([
          ["T1", 0, 100],
          ["P", 500, 500],
        ]),
      );
      expect(plan.tests).toHaveLength(2);
    }
  });

  it("makes one item of the same item named twice", () => {
    const plan = planOrder([single(1), panel("P", [0]), single(1)], "routine", NOW);
    expect(plan.items.map(({ code, price }) => [code, price])).toEqual([
      ["T1", 100],
      ["P", 500],
    ]);
  });

  it("keeps a price unknown that the price list does not have", () => {
    expect(planOrder([single(1, null)], "routine", NOW).items[0]).toMatchObject({
      price: null,
      listPrice: null,
    });
  });

  it("takes one tube for each sample type, container and way of collection", () => {
    const fasting: Orderable = { ...single(3), code: "GLUF", tests: [test(3, "After 8 hours without food")] };
    const plan = planOrder([single(0), fasting, single(6), single(1)], "routine", NOW);
    expect(
      plan.samples.map(({ number, sampleTypeCode, collection }) => [number, sampleTypeCode, collection]),
    ).toEqual([
      [1, "serum", null],
      [2, "serum", "After 8 hours without food"],
      [3, "edta", null],
    ]);
  });

  it("measures an analyte once that two tests have on the same tube, and again on another", () => {
    const withShared: Orderable = { ...single(3), tests: [test(3, null, [3, 0])] };
    const onAnotherTube: Orderable = { ...single(1), tests: [test(1, null, [0])] };
    const plan = planOrder([single(0), withShared, onAnotherTube], "routine", NOW);
    expect(plan.results.map(({ analyteCode }) => analyteCode)).toEqual(["A0", "A3", "A0"]);
    expect(new Set(plan.results.map(({ sampleId }) => sampleId)).size).toBe(2);
  });

  it("counts what is due from the priority's turnaround, the order with its last test", () => {
    const due = (priority: "routine" | "urgent" | "stat") =>
      planOrder([single(0), single(2)], priority, NOW).dueAt.toISOString();
    expect(due("routine")).toBe("2026-11-20T11:00:00.000Z");
    expect(due("urgent")).toBe("2026-11-20T09:30:00.000Z");
    expect(due("stat")).toBe("2026-11-20T08:30:00.000Z");
  });

  it("charges and does everything exactly once, whatever is asked for", () => {
    const asked = fc.array(
      fc.oneof(
        fc.nat(11).map((n) => single(n)),
        fc
          .tuple(fc.constantFrom("P", "Q", "R"), fc.uniqueArray(fc.nat(11), { minLength: 1 }))
          .map(([code, tests]) => panel(`${code}${tests.join("-")}`, tests)),
      ),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(asked, (orderables) => {
        const plan = planOrder(orderables, "routine", NOW);
        const wanted = new Set(orderables.flatMap(({ tests }) => tests.map(({ id }) => id)));
        expect(plan.tests.map(({ testId }) => testId).sort()).toEqual([...wanted].sort());
        expect(plan.results).toHaveLength(wanted.size);
        expect(plan.samples).toHaveLength(
          new Set(plan.samples.map(({ sampleTypeCode }) => sampleTypeCode)).size,
        );
        expect(plan.samples.map(({ number }) => number)).toEqual(plan.samples.map((_, index) => index + 1));

        const panels = new Map(
          orderables.filter(({ kind }) => kind === "panel").map((each) => [each.code, each]),
        );
        const inPanels = new Set([...panels.values()].flatMap(({ tests }) => tests.map(({ id }) => id)));
        const alone = new Set(
          orderables.flatMap(({ kind, tests }) => (kind === "test" ? tests.map(({ id }) => id) : [])),
        );
        const charged = plan.items.reduce((sum, { price }) => sum + (price ?? 0), 0);
        const singles = [...alone].filter((id) => !inPanels.has(id)).length;
        expect(charged).toBe(panels.size * 500 + singles * 100);
      }),
    );
  });
});
