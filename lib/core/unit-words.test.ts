import { expect, it } from "vitest";
import { unitWords } from "./unit-words";

it.each([
  ["10*3/uL", "10³/µL"],
  ["10*6/uL", "10⁶/µL"],
  ["{cells}/uL", "cells/µL"],
  ["pg/{cell}", "pg/cell"],
  ["{INR}", "INR"],
  ["ng/mL{FEU}", "ng/mL FEU"],
  ["mm[Hg]", "mmHg"],
  ["g/dL", "g/dL"],
  ["umol/L", "µmol/L"],
  ["m[IU]/L", "mIU/L"],
  ["mL/min/{1.73_m2}", "mL/min/1.73_m2"],
  [null, ""],
])("writes %s as %s for people", (ucum, words) => {
  expect(unitWords(ucum)).toBe(words);
});
