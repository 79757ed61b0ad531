import type { Priority } from "@/lib/orders/schema";
import type { OrderableItem } from "@/lib/orders/schema.ordering";

export type TubeNeeded = {
  key: string;
  sampleTypeName: string;
  container: string;
  cap: string;
  /** A special way of taking it. */
  collection: string | null;
  tests: string[];
};

export type OrderSum = {
  tubes: TubeNeeded[];
  /** Lines of results it will have. */
  lines: number;
  /** Codes of tests that a panel of the order contains: they cost nothing more. */
  covered: ReadonlySet<string>;
  /** Minor units; null for those who do not see prices. */
  total: number | null;
  /** Names of what the price list does not name. */
  unpriced: string[];
  /** From placing to the last result, in minutes; 0 for an empty order. */
  dueMinutes: number;
};

/**
 * What an order would come to, by the rules it is placed by (`planOrder`): one tube for each sample type,
 * container and way of collection; a test that a panel contains is charged with the panel.
 */
export function orderSum(items: readonly OrderableItem[], priority: Priority): OrderSum {
  const tests = new Map(items.flatMap((item) => item.tests).map((test) => [test.code, test]));
  const inPanels = new Set(
    items.flatMap((item) => (item.kind === "panel" ? item.tests.map(({ code }) => code) : [])),
  );
  const covered = new Set(
    items.flatMap(({ kind, code }) => (kind === "test" && inPanels.has(code) ? [code] : [])),
  );
  const charged = items.filter(({ code }) => !covered.has(code));
  const tubes = new Map<string, TubeNeeded>();
  const lines = new Set<string>();
  for (const { sampleType, collection, name, analytes } of tests.values()) {
    const key = JSON.stringify([sampleType.code, sampleType.container, collection]);
    const tube = tubes.get(key);
    if (tube) tube.tests.push(name);
    else {
      const { container, cap } = sampleType;
      tubes.set(key, { key, sampleTypeName: sampleType.name, container, cap, collection, tests: [name] });
    }
    for (const analyte of analytes) lines.add(`${key} ${analyte}`);
  }
  const seesPrices = items.every(({ price }) => price !== undefined);
  return {
    tubes: [...tubes.values()],
    lines: lines.size,
    covered,
    total: seesPrices ? charged.reduce((sum, { price }) => sum + (price ?? 0), 0) : null,
    unpriced: charged.flatMap(({ price, name }) => (price === null ? [name] : [])),
    dueMinutes: Math.max(0, ...[...tests.values()].map((test) => test.turnaroundMinutes[priority])),
  };
}
