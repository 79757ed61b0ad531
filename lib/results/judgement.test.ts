import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JudgedAnalyte } from "@/lib/catalogue/repository";
import type { Subject } from "@/lib/core/interval";
import { judgesDifferently, judgeValue, readValue, storedValue, subjectOf } from "./judgement";

function analyte(over: Partial<JudgedAnalyte> = {}): JudgedAnalyte {
  return {
    ...{ id: "1", code: "HGB", name: "Haemoglobin", unit: "g/dL", decimals: 1, method: "Photometry" },
    ...{ kind: "numeric", choices: [], version: 3, limits: [] },
    intervals: [{ id: "i", low: "13", high: "18" }],
    ...over,
  };
}

const man: Subject = {
  ...{ sex: "male", pregnant: null, sampleType: "blood-edta" },
  age: { years: 40, months: 0, days: 0, hours: 0 },
};

function flagOf(value: string, over: Partial<JudgedAnalyte> = {}, subject = man) {
  const read = readValue(analyte(over), { value });
  return read.ok ? judgeValue(analyte(over), subject, read.judged).flag : read.reason;
}

describe("R12 judging a value", () => {
  it("R9 keeps all that it was judged by", () => {
    const limits = [{ low: "6", high: null }];
    const read = readValue(analyte(), { value: "12.5" });
    expect(read.ok && judgeValue(analyte({ limits }), man, read.judged)).toEqual({
      ...{ flag: "L", unit: "g/dL", decimals: 1, method: "Photometry", catalogueVersion: 3 },
      interval: { id: "i", low: "13", high: "18", text: null },
      criticalLimit: { low: "6", high: null },
    });
  });

  it("judges critical limits by themselves, also where no interval applies", () => {
    const limits = [{ low: "6", high: "20" }];
    expect(flagOf("5.9", { intervals: [], limits })).toBe("LL");
    expect(flagOf("20.1", { intervals: [], limits })).toBe("HH");
    expect(flagOf("12.5", { intervals: [], limits })).toBeNull();
  });

  it("R8 finds no interval that asks for an age or a sex which is not known", () => {
    const intervals = [
      { id: "i", sex: "male" as const, ageFrom: { value: 18, unit: "a" as const }, low: "13" },
    ];
    expect(flagOf("12.5", { intervals })).toBe("L");
    expect(flagOf("12.5", { intervals }, { ...man, sex: "unknown" })).toBeNull();
    expect(flagOf("12.5", { intervals }, { ...man, age: null })).toBeNull();
  });

  it("R12 flags a value with a comparator only when all it can mean lies on that side", () => {
    // In twentieths, so that points lie between the tenths that are typed, and below and above all of them.
    const points = Array.from({ length: 1000 }, (_, place) => place - 100);
    const means: Record<string, (point: number, typed: number) => boolean> = {
      "": (point, typed) => point === typed,
      "<": (point, typed) => point < typed,
      "≤": (point, typed) => point <= typed,
      "≥": (point, typed) => point >= typed,
      ">": (point, typed) => point > typed,
    };
    const typedNumber = fc.integer({ min: 0, max: 400 }).map((tenths) => tenths * 2);
    const band = fc.tuple(typedNumber, typedNumber).filter(([low, high]) => low < high);
    const write = (twentieths: number) => (twentieths / 20).toFixed(1);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(means)), typedNumber, band, (sign, typed, [low, high]) => {
        const flag = flagOf(`${sign}${write(typed)}`, {
          intervals: [{ id: "i", low: write(low), high: write(high) }],
        });
        const canMean = points.filter((point) => means[sign]?.(point, typed));
        const isSaid = {
          L: canMean.every((point) => point < low),
          H: canMean.every((point) => point > high),
          N: canMean.every((point) => point >= low && point <= high),
        };
        const said = (["L", "H", "N"] as const).find((each) => isSaid[each]) ?? null;
        expect(flag).toBe(said);
      }),
    );
  });

  it("R1 counts the age at collection, and at the bench where that was not recorded", () => {
    const facts = {
      ...{ sex: "male" as const, birthDate: "2008-11-20", pregnant: null, sampleType: "x" },
      accessionedAt: new Date("2026-11-20T10:00:00Z"),
    };
    const collectedAt = new Date("2026-11-19T10:00:00Z");
    expect(subjectOf({ ...facts, collectedAt }, "UTC").age?.years).toBe(17);
    expect(subjectOf({ ...facts, collectedAt: null }, "UTC").age?.years).toBe(18);
    expect(subjectOf({ ...facts, birthDate: null, collectedAt }, "UTC").age).toBeNull();
  });
});

describe("R11 reading a value", () => {
  it("names both units when they are not the same", () => {
    expect(readValue(analyte(), { value: "12.5", unit: "g/mL" })).toEqual({
      ...{ ok: false, field: "unit" },
      reason: expect.stringMatching(/g\/dL.*g\/mL.*not converted/),
    });
  });

  it("takes the catalogue's unit, or none", () => {
    for (const unit of ["g/dL", null, undefined]) {
      expect(readValue(analyte(), { value: "12.5", unit }).ok).toBe(true);
    }
  });

  it("prefers a choice's code to another one's label", () => {
    const choices = [
      { code: "neg", label: "pos", abnormal: false },
      { code: "pos", label: "Positive", abnormal: true },
    ];
    const read = readValue(analyte({ kind: "coded", unit: null, choices }), { value: "POS" });
    expect(read).toMatchObject({ ok: true, value: "Positive", abnormal: true });
  });

  it("reads back what it stored, judged as it was", () => {
    for (const value of ["12.5", "<0.1", "≥ 20.0"]) {
      const read = readValue(analyte(), { value });
      if (!read.ok) throw new Error(read.reason);
      const again = storedValue({ kind: "numeric", value: read.value, abnormal: null });
      expect(judgeValue(analyte(), man, again).flag).toBe(judgeValue(analyte(), man, read.judged).flag);
    }
    expect(storedValue({ kind: "numeric", value: null, abnormal: null })).toBeNull();
  });
});

describe("R6a judging anew", () => {
  it("differs when flag, interval or critical limits do, whatever the catalogue's version", () => {
    const before = judgeValue(analyte(), man, null);
    expect(judgesDifferently(before, { ...before, catalogueVersion: 9 })).toBe(false);
    expect(judgesDifferently(before, { ...before, flag: "L" })).toBe(true);
    expect(judgesDifferently(before, { ...before, interval: null })).toBe(true);
    expect(judgesDifferently(before, { ...before, criticalLimit: { low: "1", high: null } })).toBe(true);
  });
});
