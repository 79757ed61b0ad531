import { describe, expect, it } from "vitest";
import { type Age, ageBoundProblem, boundKey } from "@/lib/core/age";
import { criticalFor } from "@/lib/core/interval";
import { compareDecimals, isPlainDecimal } from "@/lib/core/quantity";
import { clashingLimit } from "../policy";
import type { Analyte, CriticalLimit, Interval } from "./shape";
import { SOURCES } from "./sources";
import { STARTER } from "./starter";

const { analytes, tests, panels, sampleTypes } = STARTER;
const codesOf = (items: readonly { code: string }[]) => items.map((item) => item.code);
const named = (analyte: Analyte, figure: Interval | CriticalLimit) =>
  `${analyte.code} ${JSON.stringify(figure)}`;

type Figure = { analyte: Analyte; figure: Interval | CriticalLimit; label: string };
const figures: Figure[] = analytes.flatMap((analyte) =>
  [...analyte.intervals, ...analyte.critical].map((figure) => ({
    analyte,
    figure,
    label: named(analyte, figure),
  })),
);

const from = (figure: CriticalLimit) => (figure.ageFrom ? boundKey(figure.ageFrom) : 0);
const to = (figure: CriticalLimit) => (figure.ageTo ? boundKey(figure.ageTo) : Number.POSITIVE_INFINITY);
const canBothHold = <T>(a: T | undefined, b: T | undefined) => a === undefined || b === undefined || a === b;
const agesMeet = (a: CriticalLimit, b: CriticalLimit) => from(a) < to(b) && from(b) < to(a);
const meet = (a: Interval, b: Interval) =>
  agesMeet(a, b) && canBothHold(a.sex, b.sex) && canBothHold(a.pregnant, b.pregnant);
const hasAges = ({ ageFrom, ageTo }: CriticalLimit) => ageFrom !== undefined || ageTo !== undefined;
const years = (years: number, months = 0): Age => ({ years, months, days: 0, hours: 0 });
const newborn: Age = { years: 0, months: 0, days: 0, hours: 5 };
const pairs = <T>(items: readonly T[]) =>
  items.flatMap((a, index) => items.slice(index + 1).map((b) => [a, b] as const));

/** The check digit of a LOINC code: modulus 10, as in the LOINC Users' Guide, appendix on check digits. */
function loincCheckDigit(number: string): number {
  const sum = [...number].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

describe("starter catalogue", () => {
  it("offers what a general laboratory asks for", () => {
    expect(analytes.length).toBeGreaterThanOrEqual(45);
    expect(tests.length).toBeGreaterThanOrEqual(20);
    expect(panels.length).toBeGreaterThanOrEqual(8);
  });

  it("uses a code once, tests and panels sharing one space of codes", () => {
    for (const codes of [codesOf(analytes), codesOf(sampleTypes), codesOf([...tests, ...panels])]) {
      expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    }
    for (const { choices = [] } of analytes) expect(new Set(codesOf(choices)).size).toBe(choices.length);
  });

  it("refers only to what it defines, and defines nothing in vain", () => {
    const same = (used: readonly string[], defined: readonly string[]) =>
      expect([...new Set(used)].sort()).toEqual([...defined].sort());
    same(
      tests.flatMap((test) => test.analytes),
      codesOf(analytes),
    );
    same(
      tests.map((test) => test.sampleType),
      codesOf(sampleTypes),
    );
    same(
      figures.map(({ figure }) => figure.source),
      Object.keys(SOURCES),
    );
    expect(panels.flatMap((panel) => panel.tests).filter((code) => !codesOf(tests).includes(code))).toEqual(
      [],
    );
  });

  it("reports an analyte by one test only, so that no order measures it twice", () => {
    const reported = tests.flatMap((test) => test.analytes);
    expect(reported.length).toBe(new Set(reported).size);
  });

  it("lets panels overlap", () => {
    const overlapping = pairs(panels).filter(([a, b]) => a.tests.some((code) => b.tests.includes(code)));
    expect(overlapping.length).toBeGreaterThan(0);
  });

  it("marks prices and turnaround as examples, stat no slower than urgent, urgent no slower than routine", () => {
    for (const item of [...tests, ...panels]) {
      expect(item.illustrative).toBe(true);
      expect(Number.isInteger(item.price) && item.price > 0, item.code).toBe(true);
    }
    for (const { code, turnaroundMinutes: target } of tests) {
      const isOrdered = 0 < target.stat && target.stat <= target.urgent && target.urgent <= target.routine;
      expect(isOrdered, code).toBe(true);
    }
  });

  it("charges a panel less than its tests one by one", () => {
    const priceOf = new Map(tests.map((test) => [test.code, test.price]));
    for (const panel of panels) {
      const apart = panel.tests.reduce((sum, code) => sum + (priceOf.get(code) ?? Number.NaN), 0);
      expect(panel.price, panel.code).toBeLessThan(apart);
    }
  });
});

describe("codes and units", () => {
  it("has only LOINC codes with a right check digit, one for each analyte", () => {
    const codes = [...analytes, ...tests, ...panels].flatMap(({ loinc }) =>
      loinc === undefined ? [] : [loinc],
    );
    const wrong = codes.filter((code) => {
      const [, number = "", digit] = /^(\d{1,7})-(\d)$/.exec(code) ?? [];
      return digit === undefined || Number(digit) !== loincCheckDigit(number);
    });
    expect(wrong).toEqual([]);
    expect(new Set(analytes.map((analyte) => analyte.loinc)).size).toBe(analytes.length);
  });

  it("knows a wrong LOINC check digit when it sees one", () => {
    expect(loincCheckDigit("718")).toBe(7);
    expect(loincCheckDigit("57021")).toBe(8);
    expect(loincCheckDigit("2823")).not.toBe(4);
  });

  it("writes units in UCUM", () => {
    const atom = "(10\\*[36]|[munp]?g|[mu]?mol|m?\\[IU\\]|U|[dmuf]?L|s|%|\\[pH\\])";
    const component = `(${atom}(\\{[A-Za-z]+\\})?|\\{[A-Za-z]+\\})`;
    const ucum = new RegExp(`^${component}(/${component})?$`);
    const units = analytes.flatMap(({ unit }) => (unit === null ? [] : [unit]));
    expect(units.filter((unit) => !ucum.test(unit))).toEqual([]);
    expect(["μg/dL", "mU/l", "x10^9/L", "pg/"].filter((unit) => ucum.test(unit))).toEqual([]);
  });

  it("gives every coded analyte its choices and no other analyte any", () => {
    for (const { code, kind, choices, unit, intervals } of analytes) {
      expect(kind === "coded" ? (choices?.length ?? 0) > 1 : choices === undefined, code).toBe(true);
      if (kind !== "numeric") expect([unit, intervals.length], code).toEqual([null, 0]);
    }
  });
});

describe("reference intervals and critical limits", () => {
  it("name a known source with title, year and locator", () => {
    for (const { figure, label } of figures) {
      const source = SOURCES[figure.source];
      expect(source, label).toBeDefined();
      expect(source.title && source.locator, label).toBeTruthy();
      expect(source.year, label).toBeGreaterThan(1960);
    }
  });

  it("R7 apply one interval at most to any person", () => {
    const overlaps = analytes.flatMap((analyte) =>
      pairs(analyte.intervals)
        .filter(([a, b]) => meet(a, b))
        .map(([a, b]) => `${named(analyte, a)} and ${JSON.stringify(b)}`),
    );
    expect(overlaps).toEqual([]);
  });

  it("apply one critical limit at most to any age", () => {
    for (const { code, critical } of analytes) expect(clashingLimit(critical), code).toBe(-1);
  });

  it("R12 judge a patient of unknown age by the adults' critical limits, where no child is judged by them", () => {
    const urgent = "NA K HCO3 CA UREA CREA GLU GLUF HGB HCT WBC PLT PT INR APTT FIB BILT".split(" ");
    const judged = analytes.filter(({ critical }) => criticalFor(critical, null) !== null);
    expect(judged.map(({ code }) => code).sort()).toEqual(urgent.sort());
    for (const { code, critical } of judged) {
      const { ageFrom: _, ...ofAdults } = criticalFor(critical, years(40)) ?? {};
      expect(criticalFor(critical, null), code).toEqual(ofAdults);
      if (critical.length === 1) continue;
      for (const age of [newborn, years(0, 2), years(1), years(17)]) {
        expect(criticalFor(critical, age), code).not.toBe(criticalFor(critical, null));
      }
    }
  });

  it("have limits as plain decimals, in order, no finer than the analyte is reported", () => {
    for (const { analyte, figure, label } of figures) {
      const limits = [figure.low, figure.high].filter((limit) => limit !== undefined);
      expect(limits.length, label).toBeGreaterThan(0);
      for (const limit of limits) {
        expect(isPlainDecimal(limit), label).toBe(true);
        expect((limit.split(".")[1] ?? "").length, label).toBeLessThanOrEqual(analyte.decimals);
      }
      const [low, high] = limits;
      if (low !== undefined && high !== undefined) expect(compareDecimals(low, high), label).toBe(-1);
    }
  });

  it("R1 have age bounds that stand at one point for everybody, in order", () => {
    for (const { figure, label } of figures) {
      for (const bound of [figure.ageFrom, figure.ageTo])
        if (bound) expect(ageBoundProblem(bound), label).toBeNull();
      expect(from(figure), label).toBeLessThan(to(figure));
    }
  });

  it("never call a value critical that lies inside the interval of the same person", () => {
    const contradictions = analytes.flatMap((analyte) =>
      analyte.intervals.flatMap((interval) =>
        analyte.critical
          .filter((limit) => agesMeet(interval, limit) && (hasAges(limit) || analyte.critical.length === 1))
          .filter(
            ({ low, high }) =>
              (low && interval.low && compareDecimals(low, interval.low) > 0) ||
              (high && interval.high && compareDecimals(high, interval.high) < 0),
          )
          .map((limit) => `${named(analyte, interval)} and ${JSON.stringify(limit)}`),
      ),
    );
    expect(contradictions).toEqual([]);
  });

  it("keep pregnancy to women", () => {
    const pregnant = figures.filter(({ figure }) => "pregnant" in figure && figure.pregnant === true);
    expect(pregnant.length).toBeGreaterThan(0);
    for (const { figure, label } of pregnant) expect(figure, label).toMatchObject({ sex: "female" });
  });
});
