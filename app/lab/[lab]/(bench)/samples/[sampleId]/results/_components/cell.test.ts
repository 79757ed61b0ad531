import { describe, expect, it } from "vitest";
import { aLine } from "@/tests/support/grid-line";
import { choiceByKey, choiceOf, keyOfChoice, readTyped } from "./cell";

const choices = (...labels: string[]) =>
  labels.map((label) => ({ code: label.toLowerCase(), label, abnormal: false }));
const coded = (...labels: string[]) => aLine({ kind: "coded", choices: choices(...labels) });

describe("what was typed", () => {
  it("R11 is read as the analyte's number, with its comparator as typed", () => {
    const line = aLine({ decimals: 1 });
    expect(readTyped(line, " 12.5 ")).toEqual({ ok: true, value: "12.5" });
    expect(readTyped(line, "<=0.1")).toEqual({ ok: true, value: "≤0.1" });
    expect(readTyped(line, "12.55")).toMatchObject({ ok: false });
    expect(readTyped(line, "12,5")).toMatchObject({ ok: false });
  });

  it("cannot empty a value that is saved", () => {
    expect(readTyped(aLine({ value: "5" }), "")).toMatchObject({ ok: false });
  });

  it("picks a choice by its place, its words, or the beginning of them", () => {
    const line = coded("None seen", "Slight", "Moderate");
    expect(choiceByKey(line, "2")?.label).toBe("Slight");
    expect(choiceOf(line, "mod")?.label).toBe("Moderate");
    expect(choiceOf(line, "none seen")?.label).toBe("None seen");
    expect(choiceOf(line, "x")).toBeNull();
  });

  it("picks the figure that is meant where choices are figures, never the first of the list", () => {
    const line = coded("Negative", "Trace", "1+", "2+");
    expect(choiceByKey(line, "1")?.label).toBe("1+");
    expect(choiceOf(line, "1")?.label).toBe("1+");
    expect(choiceByKey(line, "3")).toBeNull();
    expect([0, 1, 2, 3].map((place) => keyOfChoice(line, place))).toEqual([null, null, "1", "2"]);
  });

  it("picks nothing by a figure that two choices begin with", () => {
    expect(choiceByKey(coded("1-5", "10-20"), "1")).toBeNull();
  });
});
