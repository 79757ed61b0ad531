import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AgeBound, ageKey } from "@/lib/core/age";
import { type Interval, intervalFor } from "@/lib/core/interval";
import { clashingInterval, clashingLimit, gapsBetween, intervalInWords, whyUnitStays } from "./policy";

const years = (value: number): AgeBound => ({ value, unit: "a" });
const adults = { ageFrom: years(18) };
const children = { ageTo: years(18) };

describe("clashing intervals", () => {
  it("R7 lets intervals stand side by side that no person could both have", () => {
    const women: Interval = { sex: "female", ...adults, pregnant: false, low: "12" };
    for (const other of [
      { sex: "male", ...adults, low: "13" },
      { ...children, low: "11" },
      { sex: "female", ...adults, pregnant: true, low: "11" },
    ] as const) {
      expect(clashingInterval([women], other)).toBeNull();
    }
    expect(clashingInterval([{ sampleType: "serum-gel" }], { sampleType: "plasma-heparin" })).toBeNull();
  });

  it("R7 finds the one that somebody would have beside the new one", () => {
    const living: Interval[] = [
      { ...children, low: "1" },
      { sex: "female", ...adults, low: "2" },
    ];
    expect(clashingInterval(living, { sex: "male", low: "3" })).toBe(living[0]);
    expect(clashingInterval(living, { ...adults, low: "3" })).toBe(living[1]);
    expect(clashingInterval(living, { ageFrom: years(18), sex: "male" })).toBeNull();
  });

  it("R7 takes the end of an age as outside, so that neighbours touch", () => {
    expect(clashingInterval([{ ageTo: years(1) }], { ageFrom: { value: 12, unit: "mo" } })).toBeNull();
    expect(clashingInterval([{ ageTo: years(1) }], { ageFrom: { value: 11, unit: "mo" } })).not.toBeNull();
  });

  it("R7 agrees with what is judged: two that do not clash never both apply to one person", () => {
    const bound = fc.option(fc.integer({ min: 1, max: 5 }).map(years), { nil: null });
    const interval = fc
      .record({
        sex: fc.constantFrom("female", "male", null),
        pregnant: fc.constantFrom(true, false, null),
        sampleType: fc.constantFrom("serum-gel", "urine-random", null),
        ageFrom: bound,
        ageTo: bound,
      })
      .filter(({ ageFrom, ageTo }) => !ageFrom || !ageTo || ageFrom.value < ageTo.value);
    const person = fc.record({
      sex: fc.constantFrom("female" as const, "male" as const),
      pregnant: fc.boolean(),
      sampleType: fc.constantFrom("serum-gel", "urine-random"),
      age: fc.integer({ min: 0, max: 6 }).map((years) => ({ years, months: 0, days: 0, hours: 0 })),
    });
    fc.assert(
      fc.property(interval, interval, person, (one, other, whom) => {
        fc.pre(clashingInterval([one], other) === null);
        expect(intervalFor([one], whom) !== null && intervalFor([other], whom) !== null).toBe(false);
      }),
    );
  });

  it("names an interval as people do", () => {
    expect(intervalInWords({ sex: "female", ...adults, pregnant: true, low: "11", high: "15" })).toBe(
      "females from 18 years, pregnant (11 – 15)",
    );
    expect(intervalInWords({ ageTo: { value: 1, unit: "mo" }, high: "5", sampleType: "serum-gel" })).toBe(
      "everyone below 1 month, in serum-gel (up to 5)",
    );
  });

  it("R12 finds critical limits that speak for the same ages; one for all ages is for whoever is left", () => {
    const [child, adult] = [
      { ...children, low: "1" },
      { ...adults, low: "2" },
    ];
    expect(clashingLimit([child, adult])).toBe(-1);
    expect(clashingLimit([child, adult, { low: "3" }])).toBe(-1);
    expect(clashingLimit([child, adult, { ageFrom: years(60), low: "3" }])).toBe(2);
    expect(clashingLimit([{ low: "3" }, child, { high: "9" }])).toBe(2);
  });
});

describe("gaps", () => {
  it("R7 has none where there is no interval at all, and none where everybody has one", () => {
    expect(gapsBetween([])).toEqual([]);
    expect(gapsBetween([{ low: "1" }])).toEqual([]);
    expect(
      gapsBetween([{ sex: "male" }, { sex: "female", ...children }, { sex: "female", ...adults }]),
    ).toEqual([]);
  });

  it("R7 tells whom no interval is for", () => {
    expect(gapsBetween([{ ...adults }])).toEqual(["No interval for everyone below 18 years."]);
    expect(gapsBetween([{ sex: "female", ...adults }, { ...children }])).toEqual([
      "No interval for males from 18 years.",
    ]);
    expect(gapsBetween([{ sex: "female" }])).toEqual(["No interval for males of every age."]);
    expect(gapsBetween([{ ageTo: years(1) }, { ageFrom: years(2), ageTo: years(10) }])).toEqual([
      "No interval for everyone from 1 year to 2 years.",
      "No interval for everyone from 10 years.",
    ]);
  });

  it("R7 looks at pregnancy where an interval depends on it, at the ages it happens", () => {
    expect(gapsBetween([{ pregnant: false }])).toEqual([
      "No interval for pregnant females from 10 years to 60 years.",
    ]);
    const pregnant = { pregnant: true, sex: "female", ageFrom: years(10), ageTo: years(60) } as const;
    expect(gapsBetween([{ pregnant: false }, pregnant])).toEqual([]);
    expect(gapsBetween([{ pregnant: false }, { ...pregnant, ageFrom: years(15) }])).toEqual([
      "No interval for pregnant females from 10 years to 15 years.",
    ]);
  });

  it("R7 looks at each sample where an interval depends on it", () => {
    expect(gapsBetween([{ sampleType: "serum-gel" }, { sampleType: "urine-random", ...adults }])).toEqual([
      "No interval for everyone in urine-random below 18 years.",
    ]);
    expect(gapsBetween([{ ...adults }, { sampleType: "serum-gel", ...children }])).toEqual([
      "No interval for everyone in other samples below 18 years.",
    ]);
  });

  it("R7 tells of every age without an interval, and of no other", () => {
    const cut = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(cut, fc.integer({ min: 0, max: 10 }), (cuts, age) => {
        const sorted = cuts.sort((a, b) => a - b);
        const living: Interval[] = [];
        for (let place = 0; place + 1 < sorted.length; place += 2) {
          living.push({ ageFrom: years(sorted[place] ?? 0), ageTo: years(sorted[place + 1] ?? 0), low: "1" });
        }
        const whom = { sex: "male", pregnant: false, sampleType: "x" } as const;
        const has =
          intervalFor(living, { ...whom, age: { years: age, months: 0, days: 0, hours: 0 } }) !== null;
        const told = gapsBetween(living).some((sentence) => covers(sentence, age));
        expect(told).toBe(!has);
      }),
    );
  });
});

/** Whether a sentence about gaps speaks of somebody of this age in years. */
function covers(sentence: string, age: number): boolean {
  const from = Number(/from (\d+)/.exec(sentence)?.[1] ?? 0);
  const to = Number(/(?:to|below) (\d+)/.exec(sentence)?.[1] ?? 200);
  const key = (value: number) => ageKey({ years: value, months: 0, days: 0, hours: 0 });
  return key(age) >= key(from) && key(age) < key(to);
}

it("keeps the unit while figures are given in it", () => {
  expect(whyUnitStays({ intervals: 0, limits: 0 }, "g/dL")).toBeNull();
  expect(whyUnitStays({ intervals: 1, limits: 0 }, "g/dL")).toContain("in g/dL");
  expect(whyUnitStays({ intervals: 0, limits: 2 }, null)).not.toBeNull();
});
