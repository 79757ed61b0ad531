import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Orderable } from "@/lib/catalogue/repository";
import { planOrder } from "@/lib/orders/policy";
import type { OrderableItem } from "@/lib/orders/schema.ordering";
import { orderSum } from "./order-sum";

const tubes = [
  { code: "serum", name: "Serum, gel", container: "Gel tube", cap: "gold" },
  { code: "edta", name: "Blood, EDTA", container: "EDTA tube", cap: "lavender" },
];

/** Twelve tests of two tubes, some taken in a special way, measuring overlapping analytes. */
const catalogue = Array.from({ length: 12 }, (_, index) => ({
  code: `T${index}`,
  name: `Test ${index}`,
  sampleType: tubes[index % 2] ?? tubes[0],
  collection: index % 5 === 0 ? "On ice" : null,
  turnaroundMinutes: { routine: 100 + index, urgent: 50 + index, stat: 10 + index },
  analytes: [`A${index % 4}`, `A${(index + 1) % 7}`],
})) as OrderableItem["tests"];

const someTests = fc.uniqueArray(fc.constantFrom(...catalogue), {
  minLength: 1,
  maxLength: 4,
  selector: (t) => t.code,
});
const price = fc.option(fc.integer({ min: 0, max: 9999 }), { nil: null });
const testItem = fc.tuple(fc.constantFrom(...catalogue), price).map(
  ([test, price]): OrderableItem => ({
    kind: "test",
    code: test.code,
    name: test.name,
    price,
    tests: [test],
  }),
);
const panelItem = fc.tuple(fc.integer({ min: 0, max: 5 }), someTests, price).map(
  ([n, tests, price]): OrderableItem => ({
    kind: "panel",
    code: `P${n}`,
    name: `Panel ${n}`,
    price,
    tests,
  }),
);
const someItems = fc.uniqueArray(fc.oneof(testItem, panelItem), {
  maxLength: 8,
  selector: (item) => item.code,
});

/** The same items as the catalogue hands them to the rule that places orders. */
function asOrderable({ price = null, ...item }: OrderableItem): Orderable {
  return {
    ...item,
    price,
    tests: item.tests.map((test) => ({
      ...test,
      id: test.code,
      loinc: null,
      section: "",
      sampleType: { ...test.sampleType, id: test.sampleType.code },
      analytes: test.analytes.map((name, position) => ({
        ...{ id: name, code: name, name, section: "", group: null, loinc: null, unit: null, decimals: 0 },
        ...{ kind: "numeric" as const, position },
      })),
    })),
  };
}

describe("what an order would come to", () => {
  it("is what it comes to when it is placed", () => {
    fc.assert(
      fc.property(someItems, fc.constantFrom("routine", "urgent", "stat"), (items, priority) => {
        const now = new Date("2026-11-20T08:00:00Z");
        const plan = planOrder(items.map(asOrderable), priority, now);
        const sum = orderSum(items, priority);
        expect(sum.tubes).toHaveLength(plan.samples.length);
        expect(sum.lines).toBe(plan.results.length);
        expect(sum.total).toBe(plan.items.reduce((total, item) => total + (item.price ?? 0), 0));
        expect(sum.dueMinutes * 60_000).toBe(plan.dueAt.getTime() - now.getTime());
        expect(sum.unpriced).toHaveLength(plan.items.filter((item) => item.price === null).length);
      }),
    );
  });

  it("says no amount to those who do not see prices", () => {
    const [test] = catalogue;
    if (!test) throw new Error("The catalogue has tests.");
    expect(
      orderSum([{ kind: "test", code: test.code, name: test.name, tests: [test] }], "routine").total,
    ).toBeNull();
  });

  it("names the tests of each tube", () => {
    const items = catalogue.slice(1, 4).map(
      (test): OrderableItem => ({
        kind: "test",
        code: test.code,
        name: test.name,
        price: 1,
        tests: [test],
      }),
    );
    expect(orderSum(items, "stat").tubes.map(({ tests }) => tests)).toEqual([
      ["Test 1", "Test 3"],
      ["Test 2"],
    ]);
  });
});
