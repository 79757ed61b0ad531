import { describe, expect, it } from "vitest";
import { loincProblem } from "@/lib/core/loinc";
import { unitProblem } from "@/lib/core/ucum";
import { NewAnalyte } from "./schema";
import { CriticalLimit, NewInterval } from "./schema.intervals";
import { NewTest } from "./schema.sold";
import { STARTER } from "./starter/starter";

const problems = (
  schema: typeof NewInterval | typeof CriticalLimit | typeof NewAnalyte | typeof NewTest,
  body: unknown,
) => schema.safeParse(body).error?.issues.map((issue) => issue.path.join(".")) ?? [];

describe("what the catalogue takes", () => {
  it("R10 takes every code and unit of the starter catalogue", () => {
    const { analytes, tests, panels } = STARTER;
    const loincs = [...analytes, ...tests, ...panels].flatMap(({ code, loinc }) =>
      loinc ? [[code, loinc]] : [],
    );
    expect(loincs.filter(([, loinc]) => loincProblem(String(loinc)) !== null)).toEqual([]);
    expect(analytes.filter(({ unit }) => unit !== null && unitProblem(unit) !== null)).toEqual([]);
  });

  it("R10 leaves LOINC and unit to the laboratory, and checks them when given", () => {
    const analyte = { code: "X", name: "X", section: "Chemistry", kind: "numeric" };
    expect(problems(NewAnalyte, analyte)).toEqual([]);
    expect(problems(NewAnalyte, { ...analyte, loinc: "718-7", unit: "g/dL" })).toEqual([]);
    expect(problems(NewAnalyte, { ...analyte, loinc: "718-8", unit: "gramm" })).toEqual(["loinc", "unit"]);
  });

  it("R7 takes an interval that says something, its low limit below its high one", () => {
    expect(problems(NewInterval, { low: "3.5", high: "10" })).toEqual([]);
    expect(problems(NewInterval, { text: "Recommended: <200" })).toEqual([]);
    expect(problems(NewInterval, { sex: "female" })).toEqual(["low"]);
    for (const [low, high] of [
      ["10", "3.5"],
      ["5", "5.0"],
      ["-1", "-2"],
    ]) {
      expect(problems(NewInterval, { low, high })).toEqual(["high"]);
    }
  });

  it("R7 takes limits as plain decimals only, ages as whole numbers with an end above their beginning", () => {
    for (const low of ["3,5", "1e3", ".5", "<5", "", "five"])
      expect(problems(NewInterval, { low })).toContain("low");
    const from = (value: number, unit: string) => ({ low: "1", ageFrom: { value, unit } });
    expect(problems(NewInterval, from(18, "a"))).toEqual([]);
    for (const [value, unit] of [
      [-1, "a"],
      [1.5, "a"],
      [28, "d"],
      [1, "w"],
      [201, "a"],
    ] as const) {
      expect(problems(NewInterval, from(value, unit))[0]).toMatch(/^ageFrom/);
    }
    expect(problems(NewInterval, { ...from(18, "a"), ageTo: { value: 216, unit: "mo" } })).toEqual(["ageTo"]);
    expect(problems(NewInterval, { low: "1", sex: "male", pregnant: true })).toEqual(["pregnant"]);
  });

  it("R12 takes critical limits that say something", () => {
    expect(problems(CriticalLimit, { high: "6.2" })).toEqual([]);
    expect(problems(CriticalLimit, {})).toEqual(["low"]);
    expect(problems(CriticalLimit, { low: "6.2", high: "2.5" })).toEqual(["high"]);
  });

  it("asks for a coded analyte's values, each once", () => {
    const coded = { code: "X", name: "X", section: "Urinalysis", kind: "coded" };
    const choice = (code: string) => ({ code, label: code });
    expect(problems(NewAnalyte, { ...coded, choices: [choice("pos"), choice("neg")] })).toEqual([]);
    expect(problems(NewAnalyte, coded)).toEqual(["choices"]);
    expect(problems(NewAnalyte, { ...coded, kind: "text", choices: [choice("pos")] })).toEqual(["choices"]);
    expect(problems(NewAnalyte, { ...coded, choices: [choice("pos"), choice("pos")] })).toEqual([
      "choices.1",
    ]);
  });

  it("refuses fields it does not know, and codes with spaces", () => {
    const test = { code: "X", name: "X", section: "Chemistry", sampleType: "serum-gel", analytes: ["NA"] };
    expect(problems(NewTest, test)).toEqual([]);
    expect(NewTest.safeParse({ ...test, id: "1" }).success).toBe(false);
    expect(problems(NewTest, { ...test, code: "A B" })).toEqual(["code"]);
    expect(problems(NewTest, { ...test, analytes: ["NA", "NA"] })).toEqual(["analytes.1"]);
  });
});
