import { describe, expect, it } from "vitest";
import type { OrderLine, WholeOrder } from "@/lib/billing/schema.order-page";
import { itemSections, sectionNote, sectionState } from "./item-sections";

function line(part: Partial<OrderLine>): OrderLine {
  return {
    ...{
      id: crypto.randomUUID(),
      sampleId: "s",
      testCode: "FBC",
      analyteName: "Haemoglobin",
      state: "released",
    },
    ...{ value: "14", notReported: false, flag: "N", unit: "g/dL", interval: null, commentForReport: null },
    ...{ cancelReason: null, amendReason: null, isBeingAmended: false, callIsOpen: false, previous: null },
    ...part,
  };
}

function orderWith(lines: OrderLine[], items: { code: string; testCodes: string[]; cancelledAt?: string }[]) {
  const results = lines.map(({ id, testCode, state }) => ({ id, testCode, state, supersedesId: null }));
  const whole = items.map((item) => ({ id: item.code, name: item.code, cancelledAt: null, ...item }));
  // Only these parts are read.
  return { items: whole, lines, results } as unknown as WholeOrder;
}

const eight = (part: Partial<OrderLine>) => Array.from({ length: 8 }, () => line(part));

describe("the results of an order, by what was ordered", () => {
  it("folds lines inside their interval, and never one that is flagged", () => {
    const flagged = [line({ flag: "L" }), line({ flag: "HH" }), line({ flag: "A" })];
    const [section] = itemSections(
      orderWith([...eight({}), ...flagged], [{ code: "FBC", testCodes: ["FBC"] }]),
    );
    expect(section?.remarkable).toEqual(flagged);
    expect(section?.quiet).toHaveLength(8);
    expect(section && sectionNote(section)).toBe("11 lines, 3 flagged");
  });

  it.each([
    ["amended", { amendReason: "Unit" }],
    ["being amended", { isBeingAmended: true }],
    ["withdrawn", { state: "withdrawn" }],
    ["cancelled", { state: "cancelled" }],
    ["taken back", { notReported: true, value: null }],
    ["waiting for its call", { callIsOpen: true }],
  ] as const)("never folds a line that is %s", (_, part) => {
    const odd = line(part);
    const [section] = itemSections(orderWith([...eight({}), odd], [{ code: "FBC", testCodes: ["FBC"] }]));
    expect(section?.remarkable).toEqual([odd]);
  });

  it("folds nothing where there is little to fold", () => {
    const four = eight({}).slice(0, 4);
    const [section] = itemSections(orderWith(four, [{ code: "LIPID", testCodes: ["FBC"] }]));
    expect(section).toMatchObject({ remarkable: four, quiet: [] });
    expect(section && sectionNote(section)).toBe("4 lines, none flagged");
  });

  it("shows a test that two items share once, under the first", () => {
    const items = [
      { code: "PANEL", testCodes: ["FBC", "CREA"] },
      { code: "FBC", testCodes: ["FBC"] },
    ];
    const sections = itemSections(orderWith([line({}), line({ testCode: "CREA" })], items));
    expect(sections.map(({ lines }) => lines.length)).toEqual([2, 0]);
  });

  it("leaves cancelled items out", () => {
    const items = [{ code: "FBC", testCodes: ["FBC"], cancelledAt: "2026-11-20T08:00:00Z" }];
    expect(itemSections(orderWith([line({ state: "cancelled" })], items))).toEqual([]);
  });

  it("counts a line that was amended once, for those who see no values", () => {
    const order = orderWith([], [{ code: "FBC", testCodes: ["FBC"] }]);
    const result = (id: string, state: string, supersedesId: string | null) => ({
      ...{ id, state, supersedesId, testCode: "FBC" },
    });
    const counted = (...results: object[]) =>
      itemSections({ ...order, results } as unknown as WholeOrder)[0]?.results.length;
    expect(counted(result("1", "released", null), result("2", "released", "1"))).toBe(1);
    expect(counted(result("1", "released", null), result("2", "entered", "1"))).toBe(1);
    expect(counted(result("1", "replaced", null), result("2", "pending", null))).toBe(1);
  });

  it("is as far as its slowest result, and says how many have come further", () => {
    const stateOf = (...states: OrderLine["state"][]) => {
      const lines = states.map((state) => line({ state }));
      const [section] = itemSections(orderWith(lines, [{ code: "FBC", testCodes: ["FBC"] }]));
      return section && sectionState(section);
    };
    expect(stateOf("released", "released")).toEqual({ state: "released", words: null });
    expect(stateOf("released", "pending", "pending")).toEqual({ state: "pending", words: "1 of 3 released" });
    expect(stateOf("entered", "pending", "cancelled")).toEqual({ state: "pending", words: "1 of 2 entered" });
    expect(stateOf("verified", "verified")).toEqual({ state: "verified", words: null });
  });
});
