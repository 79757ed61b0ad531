import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unitProblem } from "./ucum";

const TAKEN =
  `1 % g/dL g/L mmol/L umol/L 10*9/L 10*3/uL 10^6/uL fL pg pg/{cell} U/L kU/L m[IU]/L u[IU]/mL [IU]/L
  [arb'U]/mL mL/min/{1.73_m2} mL/min meq/L mosm/kg mm[Hg] cm[H2O] Cel [pH] {ratio} {INR} s h d wk mo a ng/mL{FEU}
  ug/mL{FEU} mg/g{creat} mmol/mol mg/24.h mg/(24.h) kg.m-2 kg/m2 m/s2 /[HPF] /uL {copies}/mL {cells}/uL ug/dL ng/L
  pmol/L nmol/L mg/dL [CFU]/mL ukat/L g.L-1 (g/L)/d [ppm] %{normal} mL dB kPa deg 1/uL /min`.split(/\s+/);

const REFUSED = [
  "",
  "/",
  "g/",
  "g//L",
  "(g/L",
  "g/L)",
  "sec",
  "mmHg",
  "IU/L",
  "cells/uL",
  "µg/L",
  "g per L",
  "G/DL",
  "mg dL",
  "10*9/",
  "[",
  "{",
  "{a",
  "g{",
  "x",
  "°C",
  "мг/л",
  "mgg",
  "g..L",
  "--",
  "5mg",
  "((((((((g))))))))",
];

describe("UCUM units", () => {
  it.each(TAKEN)("R10 takes %s", (unit) => expect(unitProblem(unit)).toBeNull());

  it.each(REFUSED)("R10 refuses %j", (unit) => expect(unitProblem(unit)).toMatch(/not a UCUM unit/));

  it("R10 says how UCUM writes what people mean", () => {
    expect(unitProblem("IU/L")).toContain("[IU]/L");
    expect(unitProblem("µmol/L")).toContain("umol/L");
    expect(unitProblem("x10⁹/L")).toContain("10*9/L");
    expect(unitProblem("mmHg")).toContain("mm[Hg]");
  });

  it("R10 answers to any text at all, and soon", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        const problem = unitProblem(text);
        expect(problem === null || problem.length > 0).toBe(true);
      }),
    );
    expect(unitProblem("(".repeat(60))).not.toBeNull();
    expect(unitProblem("m".repeat(61))).toMatch(/60/);
  });
});
