import { adultsOrAgeUnknown } from "./adult-limits";
import { days, hours, months, years } from "./ages";
import type { Analyte } from "./shape";

const common = { section: "Chemistry", group: "Electrolytes and minerals", kind: "numeric" } as const;
const CHILD = { ageTo: years(18) };
const ADULT = { ageFrom: years(18) };

export const ELECTROLYTES = [
  {
    ...common,
    code: "NA",
    name: "Sodium",
    loinc: "2951-2",
    unit: "mmol/L",
    decimals: 0,
    method: "Indirect ion-selective electrode",
    intervals: [
      { ...CHILD, low: "130", high: "147", source: "pedsap2018" },
      { ...ADULT, low: "135", high: "145", source: "tate2016" },
    ],
    critical: [
      { ...CHILD, low: "121", high: "156", source: "kost1991" },
      ...adultsOrAgeUnknown({ low: "120", high: "158", source: "kost1990" }),
    ],
  },
  {
    ...common,
    code: "K",
    name: "Potassium",
    loinc: "2823-3",
    unit: "mmol/L",
    decimals: 1,
    method: "Indirect ion-selective electrode",
    intervals: [
      { ageTo: months(1), low: "3.7", high: "7.2", source: "pedsap2018" },
      { ageFrom: months(1), ageTo: months(3), low: "4.0", high: "6.2", source: "pedsap2018" },
      { ageFrom: months(3), ageTo: years(1), low: "3.4", high: "5.6", source: "pedsap2018" },
      { ageFrom: years(1), ageTo: years(17), low: "3.5", high: "5.1", source: "pedsap2018" },
      { ...ADULT, low: "3.5", high: "5.2", source: "tate2016" },
    ],
    critical: [
      { ageTo: months(1), low: "2.8", high: "7.8", source: "kost1991" },
      { ageFrom: months(1), ageTo: years(18), low: "2.8", high: "6.4", source: "kost1991" },
      ...adultsOrAgeUnknown({ low: "2.8", high: "6.2", source: "kost1990" }),
    ],
  },
  {
    ...common,
    code: "CL",
    name: "Chloride",
    loinc: "2075-0",
    unit: "mmol/L",
    decimals: 0,
    method: "Indirect ion-selective electrode",
    intervals: [
      { ...CHILD, low: "95", high: "108", source: "pedsap2018" },
      { ...ADULT, low: "95", high: "110", source: "tate2016" },
    ],
    critical: [{ ...ADULT, low: "75", high: "126", source: "kostTable" }],
  },
  {
    ...common,
    code: "HCO3",
    name: "Bicarbonate (total carbon dioxide)",
    loinc: "2028-9",
    unit: "mmol/L",
    decimals: 0,
    method: "Enzymatic",
    intervals: [
      { ...CHILD, low: "20", high: "30", source: "pedsap2018" },
      { ...ADULT, low: "22", high: "29", source: "tate2016" },
    ],
    critical: [
      { ...CHILD, low: "13", high: "37", source: "loh2018" },
      ...adultsOrAgeUnknown({ low: "11", high: "40", source: "kostTable" }),
    ],
  },
  {
    ...common,
    code: "CA",
    name: "Calcium",
    loinc: "17861-6",
    unit: "mg/dL",
    decimals: 1,
    method: "Photometry",
    intervals: [
      { ageFrom: hours(3), ageTo: hours(24), low: "9.0", high: "10.6", source: "pedsap2018" },
      { ageFrom: hours(24), ageTo: hours(48), low: "7.0", high: "12.0", source: "pedsap2018" },
      { ageFrom: days(4), ageTo: days(8), low: "6.7", high: "10.9", source: "pedsap2018" },
      { ageFrom: months(1), ageTo: years(12), low: "8.8", high: "10.8", source: "pedsap2018" },
      { ageFrom: years(12), ageTo: years(18), low: "8.4", high: "10.2", source: "pedsap2018" },
      // 2.15–2.51 mmol/L
      { ...ADULT, low: "8.6", high: "10.1", source: "rustad2004" },
    ],
    critical: [
      // 1.62 and 3.17 mmol/L
      { ...CHILD, low: "6.5", high: "12.7", source: "kost1991" },
      ...adultsOrAgeUnknown({ low: "6.6", high: "12.9", source: "kost1990" }),
    ],
  },
  {
    ...common,
    code: "PHOS",
    name: "Phosphate",
    loinc: "2777-1",
    unit: "mg/dL",
    decimals: 1,
    method: "Phosphomolybdate",
    intervals: [
      { ageTo: days(6), low: "4.5", high: "9.0", source: "pedsap2018" },
      { ageFrom: years(1), ageTo: years(4), low: "3.8", high: "6.5", source: "pedsap2018" },
      { ageFrom: years(4), ageTo: years(12), low: "3.2", high: "5.8", source: "pedsap2018" },
      { ageFrom: years(12), ageTo: years(16), low: "2.9", high: "5.4", source: "pedsap2018" },
      { ageFrom: years(16), ageTo: years(18), low: "2.4", high: "4.7", source: "pedsap2018" },
      // Women 0.85–1.50 mmol/L; men 0.75–1.65, from 50 years 0.75–1.35
      { sex: "female", ...ADULT, low: "2.6", high: "4.6", source: "rustad2004" },
      { sex: "male", ...ADULT, ageTo: years(50), low: "2.3", high: "5.1", source: "rustad2004" },
      { sex: "male", ageFrom: years(50), low: "2.3", high: "4.2", source: "rustad2004" },
    ],
    critical: [
      // 0.4 and 2.6 mmol/L. The healthy infant exceeds the high one.
      { ageFrom: years(1), ageTo: years(18), low: "1.2", high: "8.1", source: "loh2018" },
      { ...ADULT, low: "1.2", high: "8.9", source: "kostTable" },
    ],
  },
  {
    ...common,
    code: "MG",
    name: "Magnesium",
    loinc: "19123-9",
    unit: "mg/dL",
    decimals: 1,
    method: "Photometry",
    intervals: [
      // 1.5–2.5 mEq/L
      { ...CHILD, low: "1.8", high: "3.0", source: "pedsap2018" },
      // 0.71–0.94 mmol/L
      { ...ADULT, low: "1.7", high: "2.3", source: "rustad2004" },
    ],
    critical: [{ ...ADULT, low: "1.0", high: "4.9", source: "kostTable" }],
  },
] satisfies readonly Analyte[];
