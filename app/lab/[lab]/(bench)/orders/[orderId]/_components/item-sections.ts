import type { OrderLine, WholeOrder } from "@/lib/billing/schema.order-page";

type Item = WholeOrder["items"][number];
type Progress = WholeOrder["results"][number];

/** What was ordered as one, with its lines: those to look at, and those that say nothing out of the ordinary. */
export type ItemSection = {
  item: Item;
  /** Every line of it, for those who may read results. */
  lines: OrderLine[];
  remarkable: OrderLine[];
  quiet: OrderLine[];
  /** How far each of its results is, for everybody. */
  results: Progress[];
};

/** More lines than this are folded where they say nothing; fewer are sooner read than opened. */
const QUIET_MAX = 6;

/** The living items of an order. A test that two of them share stands under the first. */
export function itemSections({ items, lines, results }: WholeOrder): ItemSection[] {
  const placed = new Set<string>();
  const standing = results.filter((result) => stands(result, results));
  return items
    .filter(({ cancelledAt }) => cancelledAt === null)
    .map((item) => {
      const own = new Set(item.testCodes.filter((code) => !placed.has(code)));
      for (const code of own) placed.add(code);
      const ofItem = lines.filter(({ testCode }) => own.has(testCode));
      const isFolded = ofItem.filter((line) => !isRemarkable(line)).length > QUIET_MAX;
      return {
        item,
        lines: ofItem,
        remarkable: isFolded ? ofItem.filter(isRemarkable) : ofItem,
        quiet: isFolded ? ofItem.filter((line) => !isRemarkable(line)) : [],
        results: standing.filter(({ testCode }) => own.has(testCode)),
      };
    });
}

/** What was replaced or superseded is history; an amendment counts from its release. */
function stands({ id, state, supersedesId }: Progress, all: readonly Progress[]): boolean {
  if (state === "replaced") return false;
  if (supersedesId !== null && state !== "released" && state !== "withdrawn") return false;
  return !all.some((other) => other.supersedesId === id && other.state === "released");
}

/** Outside, critical, abnormal, changed, or taken back: what nobody may overlook. */
export function isRemarkable(line: OrderLine): boolean {
  const { flag, amendReason, isBeingAmended, callIsOpen, state, notReported } = line;
  if (flag !== null && flag !== "N") return true;
  return (
    amendReason !== null ||
    isBeingAmended ||
    callIsOpen ||
    notReported ||
    state === "cancelled" ||
    state === "withdrawn"
  );
}

/** "28 lines, 9 flagged" */
export function sectionNote({ lines, results }: ItemSection): string {
  const count = lines.length || results.length;
  const said = count === 1 ? "1 line" : `${count} lines`;
  if (lines.length === 0) return said;
  if (lines.every(({ value, notReported }) => value === null && !notReported)) return `${said}, no value yet`;
  const flagged = lines.filter(({ flag }) => flag !== null && flag !== "N").length;
  return `${said}, ${flagged === 0 ? "none flagged" : `${flagged} flagged`}`;
}

const steps = ["pending", "entered", "verified", "released"] as const;

/** How far an item is: the state its slowest result is in, and how many have come further. */
export function sectionState(section: ItemSection): { state: (typeof steps)[number]; words: string | null } {
  const states = section.results.map(({ state }) => state);
  const living = states.filter((state): state is (typeof steps)[number] =>
    (steps as readonly string[]).includes(state),
  );
  const slowest = steps.find((step) => living.includes(step)) ?? "pending";
  if (slowest === "released") return { state: slowest, words: null };
  const released = living.filter((state) => state === "released").length;
  if (released > 0) return { state: slowest, words: `${released} of ${living.length} released` };
  const next = steps[steps.indexOf(slowest) + 1];
  const further = living.filter((state) => state !== slowest).length;
  return { state: slowest, words: further > 0 && next ? `${further} of ${living.length} ${next}` : null };
}
