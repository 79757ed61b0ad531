import type { Analyte, Choice } from "./shape";

const common = { section: "Urinalysis", group: "Dipstick", method: "Test strip", critical: [] } as const;
const coded = { ...common, kind: "coded", unit: null, decimals: 0, intervals: [] } as const;
const inspected = { ...coded, group: "Appearance", method: "Inspection" } as const;

const NEGATIVE = { code: "NEG", label: "Negative", abnormal: false } as const satisfies Choice;
const TRACE = { code: "TRACE", label: "Trace", abnormal: true } as const satisfies Choice;
const PLUSES = [
  { code: "1PLUS", label: "1+", abnormal: true },
  { code: "2PLUS", label: "2+", abnormal: true },
  { code: "3PLUS", label: "3+", abnormal: true },
] as const satisfies readonly Choice[];
const FOUR_PLUS = { code: "4PLUS", label: "4+", abnormal: true } as const satisfies Choice;
const POSITIVE = { code: "POS", label: "Positive", abnormal: true } as const satisfies Choice;

export const URINALYSIS = [
  {
    ...inspected,
    code: "UCOL",
    name: "Urine colour",
    loinc: "5778-6",
    choices: [
      { code: "COLOURLESS", label: "Colourless", abnormal: false },
      { code: "STRAW", label: "Straw", abnormal: false },
      { code: "YELLOW", label: "Yellow", abnormal: false },
      { code: "AMBER", label: "Amber", abnormal: false },
      { code: "ORANGE", label: "Orange", abnormal: true },
      { code: "RED", label: "Red or pink", abnormal: true },
      { code: "BROWN", label: "Brown", abnormal: true },
      { code: "GREEN", label: "Green or blue", abnormal: true },
    ],
  },
  {
    ...inspected,
    code: "UCLA",
    name: "Urine clarity",
    loinc: "32167-9",
    choices: [
      { code: "CLEAR", label: "Clear", abnormal: false },
      { code: "SLIGHT", label: "Slightly cloudy", abnormal: true },
      { code: "CLOUDY", label: "Cloudy", abnormal: true },
      { code: "TURBID", label: "Turbid", abnormal: true },
    ],
  },
  {
    ...common,
    code: "USG",
    name: "Urine specific gravity",
    loinc: "5811-5",
    unit: null,
    decimals: 3,
    kind: "numeric",
    intervals: [{ low: "1.003", high: "1.030", source: "simerville2005" }],
  },
  {
    ...common,
    code: "UPH",
    name: "Urine pH",
    loinc: "5803-2",
    unit: "[pH]",
    decimals: 1,
    kind: "numeric",
    intervals: [{ low: "4.5", high: "8.0", source: "simerville2005" }],
  },
  {
    ...coded,
    code: "UPRO",
    name: "Urine protein",
    loinc: "20454-5",
    choices: [NEGATIVE, TRACE, ...PLUSES, FOUR_PLUS],
  },
  {
    ...coded,
    code: "UGLU",
    name: "Urine glucose",
    loinc: "25428-4",
    choices: [NEGATIVE, TRACE, ...PLUSES, FOUR_PLUS],
  },
  { ...coded, code: "UKET", name: "Urine ketones", loinc: "2514-8", choices: [NEGATIVE, TRACE, ...PLUSES] },
  { ...coded, code: "UBLD", name: "Urine blood", loinc: "5794-3", choices: [NEGATIVE, TRACE, ...PLUSES] },
  { ...coded, code: "UBIL", name: "Urine bilirubin", loinc: "5770-3", choices: [NEGATIVE, ...PLUSES] },
  {
    ...coded,
    code: "UURO",
    name: "Urine urobilinogen",
    loinc: "5818-0",
    choices: [{ code: "NORMAL", label: "Normal", abnormal: false }, ...PLUSES],
  },
  { ...coded, code: "UNIT", name: "Urine nitrite", loinc: "5802-4", choices: [NEGATIVE, POSITIVE] },
  {
    ...coded,
    code: "ULEU",
    name: "Urine leukocyte esterase",
    loinc: "5799-2",
    choices: [NEGATIVE, TRACE, ...PLUSES],
  },
] satisfies readonly Analyte[];
