import type { ToRelease } from "@/lib/results/schema.queues";

type Missing = ToRelease["missing"][number];

const toDo = [
  ["pending", "to enter"],
  ["entered", "to verify"],
  ["verified", "to release"],
] as const;

/** "3 lines to enter, 1 to verify": what a final report still waits for, counted. */
export function missingWords(missing: readonly Pick<Missing, "state">[]): string {
  return toDo
    .map(([state, what]) => ({ count: missing.filter((each) => each.state === state).length, what }))
    .filter(({ count }) => count > 0)
    .map(
      ({ count, what }, place) => `${count}${place === 0 ? (count === 1 ? " line" : " lines") : ""} ${what}`,
    )
    .join(", ");
}

const NAMED_MAX = 5;

/** "to enter: Sodium · Potassium; to verify: Lipid profile": the same, by name; a whole test by the test's. */
export function missingNames(
  missing: readonly Pick<Missing, "state" | "analyteName" | "testName">[],
): string {
  return toDo
    .map(([state, what]) => ({ names: namesOf(missing.filter((each) => each.state === state)), what }))
    .filter(({ names }) => names.length > 0)
    .map(({ names, what }) => `${what}: ${listed(names)}`)
    .join("; ");
}

/** Several lines of one test go by the name of the test. */
function namesOf(missing: readonly Pick<Missing, "analyteName" | "testName">[]): string[] {
  const tests = [...new Set(missing.map(({ testName }) => testName))];
  return tests.map((test) => {
    const [first, ...more] = missing.filter(({ testName }) => testName === test);
    return more.length === 0 && first ? first.analyteName : test;
  });
}

// Names have commas of their own.
function listed(names: readonly string[]): string {
  const named = names.length > NAMED_MAX ? names.slice(0, NAMED_MAX - 1) : names;
  const more = names.length - named.length;
  return named.join(" · ") + (more > 0 ? ` and ${more} more` : "");
}
