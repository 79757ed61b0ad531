import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Age } from "@/lib/core/age";
import { criticalFor, type Interval, intervalFor, judge, ruler, type Subject } from "@/lib/core/interval";
import type { Quantity } from "@/lib/core/quantity";

const years = (value: number): Age => ({ years: value, months: 0, days: 0, hours: 0 });
const newborn: Age = { years: 0, months: 0, days: 1, hours: 6 };
const subject = (over: Partial<Subject> = {}): Subject => ({
  sex: "female",
  age: years(40),
  pregnant: null,
  sampleType: "serum",
  ...over,
});

describe("the interval of a person", () => {
  const women: Interval = { id: "women", sex: "female", low: "12", high: "16" };
  const men: Interval = { id: "men", sex: "male", low: "13", high: "18" };

  it("R7 depends on sex", () => {
    expect(intervalFor([women, men], subject())).toBe(women);
    expect(intervalFor([women, men], subject({ sex: "male" }))).toBe(men);
  });

  it("R8 of unknown or other sex never matches one that depends on sex", () => {
    expect(intervalFor([women, men], subject({ sex: "unknown" }))).toBeNull();
    expect(intervalFor([women, men], subject({ sex: "other" }))).toBeNull();
    const everyone: Interval = { id: "everyone", low: "12", high: "18" };
    expect(intervalFor([women, men, everyone], subject({ sex: "unknown" }))).toBe(everyone);
  });

  it("R7 depends on age, from inclusive, to exclusive", () => {
    const child: Interval = { id: "child", ageTo: { value: 18, unit: "a" } };
    const adult: Interval = { id: "adult", ageFrom: { value: 18, unit: "a" } };
    const all = [child, adult];
    expect(intervalFor(all, subject({ age: { years: 17, months: 11, days: 30, hours: 23 } }))).toBe(child);
    expect(intervalFor(all, subject({ age: years(18) }))).toBe(adult);
    const firstDays: Interval = { id: "first days", ageTo: { value: 48, unit: "h" } };
    expect(intervalFor([firstDays], subject({ age: newborn }))).toBe(firstDays);
    expect(intervalFor([firstDays], subject({ age: { years: 0, months: 0, days: 2, hours: 0 } }))).toBeNull();
  });

  it("R8 of unknown age never matches one that depends on age", () => {
    const adult: Interval = { ageFrom: { value: 18, unit: "a" } };
    const fromBirth: Interval = { ageFrom: { value: 0, unit: "h" } };
    expect(intervalFor([adult, fromBirth], subject({ age: null }))).toBeNull();
  });

  it("R6a counts pregnancy that is not recorded as not pregnant", () => {
    const pregnant: Interval = { id: "pregnant", pregnant: true };
    const other: Interval = { id: "not pregnant", pregnant: false };
    expect(intervalFor([pregnant, other], subject({ pregnant: null }))).toBe(other);
    expect(intervalFor([pregnant, other], subject({ pregnant: false }))).toBe(other);
    expect(intervalFor([pregnant, other], subject({ pregnant: true }))).toBe(pregnant);
    expect(intervalFor([pregnant], subject({ pregnant: null }))).toBeNull();
  });

  it("R7 depends on the sample type", () => {
    const urine: Interval = { sampleType: "urine" };
    expect(intervalFor([urine], subject())).toBeNull();
    expect(intervalFor([urine], subject({ sampleType: "urine" }))).toBe(urine);
  });

  it("R7 takes what a database row has for nothing", () => {
    const row: Interval = {
      id: "row",
      sex: null,
      ageFrom: null,
      ageTo: null,
      pregnant: null,
      sampleType: null,
      low: null,
      high: "5",
      text: null,
    };
    expect(intervalFor([row], subject({ sex: "unknown", age: null }))).toBe(row);
  });

  it("R7 prefers the most specific one should two apply, in whatever order they come", () => {
    const all: Interval[] = [
      { id: "everyone" },
      { id: "women", sex: "female" },
      { id: "grown women", sex: "female", ageFrom: { value: 18, unit: "a" } },
      {
        id: "women of forty",
        sex: "female",
        ageFrom: { value: 40, unit: "a" },
        ageTo: { value: 41, unit: "a" },
      },
      { id: "serum", sampleType: "serum" },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(intervalFor(shuffled, subject())?.id).toBe("women of forty");
        expect(intervalFor(shuffled, subject({ age: null, sampleType: "plasma" }))?.id).toBe("women");
      }),
    );
  });

  it("R7 settles even twins the same way round", () => {
    const twins: Interval[] = [
      { id: "b", low: "1" },
      { id: "a", low: "2" },
    ];
    expect(intervalFor(twins, subject())?.id).toBe("a");
    expect(intervalFor([...twins].reverse(), subject())?.id).toBe("a");
  });

  it("R8 has none when there are none", () => {
    expect(intervalFor([], subject())).toBeNull();
  });
});

describe("critical limits", () => {
  const general = { low: "2.5", high: "6.5" };
  const ofNewborns = { ageTo: { value: 27, unit: "d" as const }, low: "3", high: "7.5" };

  it("R12 may depend on age; those for the age win", () => {
    expect(criticalFor([general, ofNewborns], newborn)).toBe(ofNewborns);
    expect(criticalFor([ofNewborns, general], newborn)).toBe(ofNewborns);
    expect(criticalFor([general, ofNewborns], years(40))).toBe(general);
    expect(criticalFor([ofNewborns, general], null)).toBe(general);
    expect(criticalFor([ofNewborns], null)).toBeNull();
  });
});

it("judges and draws by the interval it finds", () => {
  const found = intervalFor([{ sex: "female", low: "12", high: "16" }], subject());
  const quantity: Quantity = { comparator: "=", digits: "11.9", text: "11.9" };
  expect(judge({ kind: "numeric", quantity }, found, null)).toBe("L");
  expect(ruler(quantity, found)?.side).toBe("low");
});
