import type { Orderable, OrderableTest } from "@/lib/catalogue/repository";
import type { AnalyteLine } from "@/lib/catalogue/schema";
import { type Permission, reachOf } from "@/lib/core/access";
import type { LabActor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { readCursor } from "@/lib/core/paging";
import { Problem } from "@/lib/core/problem";
import type { OrderState, Priority } from "./schema";

/**
 * From where a list sorted by an instant and the id goes on.
 * @throws Problem "malformed_request" for a cursor that this list did not write.
 */
export function readTimeCursor(cursor: string | undefined): [at: string, id: string] | null {
  return readCursor(cursor, ["instant", "id"]);
}

/** As `readTimeCursor`, for a list sorted by a rank first. */
export function readRankedCursor(cursor: string | undefined): [rank: number, at: string, id: string] | null {
  return readCursor(cursor, ["number", "instant", "id"]);
}

/** How far an actor sees: every order, or only those that name one provider (none, for null). */
export type Reach = { kind: "all" } | { kind: "own"; providerId: string | null };

/** A provider's role reaches the orders that name them; any other role that grants the same reaches all. */
export function orderReach(actor: LabActor, permission: Permission): Reach {
  if (!actor.member || reachOf(actor.member.roles, permission) !== "own") return { kind: "all" };
  return { kind: "own", providerId: actor.member.providerId };
}

/**
 * Why an order cannot be cancelled whole, beyond its state.
 * @param released how many of its results have left the laboratory.
 */
export function cancelProblem(released: number): Problem | null {
  if (released === 0) return null;
  return new Problem(
    "illegal_move",
    "Part of this order is released: it cannot be cancelled whole. Cancel the items that are still open, or have the report withdrawn.",
  );
}

/** Why one item cannot be cancelled. */
export function cancelItemProblem(item: { isCancelled: boolean; released: number }): Problem | null {
  if (item.isCancelled) {
    return new Problem("illegal_move", "This item is cancelled already.");
  }
  if (item.released > 0) {
    return new Problem(
      "illegal_move",
      "Results of this item are released: it cannot be cancelled. Have them amended, or the report withdrawn.",
    );
  }
  return null;
}

/** Why an order's particulars can no longer be changed. */
export function changeProblem(state: OrderState): Problem | null {
  if (state === "placed" || state === "in_progress") return null;
  return new Problem(
    "illegal_move",
    state === "completed"
      ? "This order is completed: what its results were judged by stays as it was. Amend the results instead."
      : "This order is cancelled. Place a new one.",
  );
}

type PlannedTest = {
  id: string;
  testId: string;
  code: string;
  name: string;
  section: string;
  position: number;
  dueAt: Date;
};

type PlannedSample = {
  id: string;
  number: number;
  sampleTypeCode: string;
  sampleTypeName: string;
  container: string;
  cap: string;
  collection: string | null;
};

type PlannedResult = Omit<AnalyteLine, "id" | "code" | "name" | "group"> & {
  id: string;
  orderTestId: string;
  sampleId: string;
  analyteId: string;
  position: number;
  groupName: string | null;
  analyteCode: string;
  analyteName: string;
  dueAt: Date;
};

/** The rows an order will have. */
export type OrderPlan = {
  dueAt: Date;
  items: {
    id: string;
    position: number;
    kind: "test" | "panel";
    code: string;
    name: string;
    listPrice: number | null;
    price: number | null;
  }[];
  tests: PlannedTest[];
  itemTests: { itemId: string; orderTestId: string }[];
  samples: PlannedSample[];
  results: PlannedResult[];
};

/**
 * Takes what was asked for apart into what is done, on which tube, and charged. The same item twice is one
 * item. A test that several items name is done once; named by itself beside a panel that contains it, it costs
 * nothing more. Panels keep their own prices, also where they overlap. One tube for each sample type,
 * container and way of collection; an analyte that two tests measure on the same tube is measured once.
 */
export function planOrder(asked: readonly Orderable[], priority: Priority, placedAt: Date): OrderPlan {
  const orderables = uniqueBy(asked, ({ code }) => code);
  const inPanels = new Set(
    orderables.flatMap(({ kind, tests }) => (kind === "panel" ? tests.map((test) => test.id) : [])),
  );
  const tests = new Map<string, PlannedTest>();
  const samples = new Map<string, PlannedSample>();
  const results = new Map<string, PlannedResult>();
  const plan: OrderPlan = {
    dueAt: placedAt,
    items: [],
    tests: [],
    itemTests: [],
    samples: [],
    results: [],
  };

  for (const { kind, code, name, price: listPrice, tests: wanted } of orderables) {
    const itemId = newId();
    const isCovered = kind === "test" && wanted.every((test) => inPanels.has(test.id));
    plan.items.push({
      id: itemId,
      position: plan.items.length + 1,
      kind,
      code,
      name,
      listPrice,
      price: isCovered ? 0 : listPrice,
    });
    for (const test of wanted) {
      const known = tests.get(test.id);
      const planned = known ?? planTest(test, tests.size + 1, dueAt(test, priority, placedAt));
      plan.itemTests.push({ itemId, orderTestId: planned.id });
      if (known) continue;
      tests.set(test.id, planned);
      const sample = sampleFor(test, samples);
      for (const analyte of test.analytes) {
        const key = `${sample.id} ${analyte.id}`;
        if (!results.has(key)) results.set(key, planResult(analyte, planned, sample, results.size + 1));
      }
    }
  }

  plan.tests = [...tests.values()];
  plan.samples = [...samples.values()];
  plan.results = [...results.values()];
  plan.dueAt = new Date(Math.max(placedAt.getTime(), ...plan.tests.map((test) => test.dueAt.getTime())));
  return plan;
}

function dueAt({ turnaroundMinutes }: OrderableTest, priority: Priority, placedAt: Date): Date {
  return new Date(placedAt.getTime() + turnaroundMinutes[priority] * 60_000);
}

function planTest({ id, code, name, section }: OrderableTest, position: number, dueAt: Date): PlannedTest {
  return { id: newId(), testId: id, code, name, section, position, dueAt };
}

function sampleFor({ sampleType, collection }: OrderableTest, samples: Map<string, PlannedSample>) {
  const key = JSON.stringify([sampleType.code, sampleType.container, collection]);
  const known = samples.get(key);
  if (known) return known;
  const planned: PlannedSample = {
    id: newId(),
    number: samples.size + 1,
    sampleTypeCode: sampleType.code,
    sampleTypeName: sampleType.name,
    container: sampleType.container,
    cap: sampleType.cap,
    collection,
  };
  samples.set(key, planned);
  return planned;
}

function planResult(
  { id, code, name, section, group, loinc, unit, decimals, kind }: AnalyteLine,
  test: PlannedTest,
  sample: PlannedSample,
  position: number,
): PlannedResult {
  return {
    id: newId(),
    orderTestId: test.id,
    sampleId: sample.id,
    analyteId: id,
    position,
    section,
    groupName: group,
    analyteCode: code,
    analyteName: name,
    loinc,
    kind,
    unit,
    decimals,
    dueAt: test.dueAt,
  };
}

function uniqueBy<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
