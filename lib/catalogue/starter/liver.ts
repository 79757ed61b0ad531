import { days, months, years } from "./ages";
import type { Analyte } from "./shape";

const common = { section: "Chemistry", group: "Liver", kind: "numeric" } as const;
const enzyme = { ...common, unit: "U/L", decimals: 0, critical: [] } as const;
const ADULT = { ageFrom: years(18) };
const TEENAGER = { ageTo: years(18) };

export const LIVER = [
  {
    ...enzyme,
    code: "ALT",
    name: "Alanine aminotransferase (ALT)",
    loinc: "1742-6",
    method: "IFCC, with pyridoxal phosphate, 37 °C",
    intervals: [
      { ageTo: years(1), low: "5", high: "51", source: "caliper2012" },
      { ageFrom: years(1), ageTo: years(13), low: "11", high: "30", source: "caliper2012" },
      { sex: "female", ageFrom: years(13), ...TEENAGER, low: "8", high: "24", source: "caliper2012" },
      { sex: "male", ageFrom: years(13), ...TEENAGER, low: "10", high: "33", source: "caliper2012" },
      { sex: "female", ...ADULT, low: "8", high: "41", source: "ifcc2010" },
      { sex: "male", ...ADULT, low: "9", high: "59", source: "ifcc2010" },
    ],
  },
  {
    ...enzyme,
    code: "AST",
    name: "Aspartate aminotransferase (AST)",
    loinc: "1920-8",
    method: "IFCC, with pyridoxal phosphate, 37 °C",
    intervals: [
      { sex: "female", ageTo: days(8), low: "24", high: "150", source: "pedsap2018" },
      { sex: "male", ageTo: days(8), low: "30", high: "150", source: "pedsap2018" },
      { ageFrom: days(8), ageTo: years(1), low: "9", high: "80", source: "pedsap2018" },
      { ageFrom: years(1), ageTo: years(7), low: "26", high: "55", source: "caliper2012" },
      { ageFrom: years(7), ageTo: years(12), low: "22", high: "41", source: "caliper2012" },
      { sex: "female", ageFrom: years(12), ...TEENAGER, low: "17", high: "33", source: "caliper2012" },
      { sex: "male", ageFrom: years(12), ...TEENAGER, low: "18", high: "40", source: "caliper2012" },
      { ...ADULT, low: "11", high: "34", source: "ifcc2010" },
    ],
  },
  {
    ...enzyme,
    code: "ALP",
    name: "Alkaline phosphatase (ALP)",
    loinc: "6768-6",
    method: "IFCC, 37 °C",
    intervals: [
      { ageTo: days(15), low: "90", high: "273", source: "caliper2012" },
      { ageFrom: days(15), ageTo: years(1), low: "134", high: "518", source: "caliper2012" },
      { ageFrom: years(1), ageTo: years(10), low: "156", high: "369", source: "caliper2012" },
      { ageFrom: years(10), ageTo: years(13), low: "141", high: "460", source: "caliper2012" },
      { sex: "female", ageFrom: years(13), ageTo: years(15), low: "62", high: "280", source: "caliper2012" },
      { sex: "male", ageFrom: years(13), ageTo: years(15), low: "127", high: "517", source: "caliper2012" },
      { sex: "female", ageFrom: years(15), ageTo: years(17), low: "54", high: "128", source: "caliper2012" },
      { sex: "male", ageFrom: years(15), ageTo: years(17), low: "89", high: "365", source: "caliper2012" },
      { sex: "female", ageFrom: years(17), ageTo: years(19), low: "48", high: "95", source: "caliper2012" },
      { sex: "male", ageFrom: years(17), ageTo: years(19), low: "59", high: "164", source: "caliper2012" },
      { ageFrom: years(19), low: "35", high: "105", source: "rustad2004" },
    ],
  },
  {
    ...enzyme,
    code: "GGT",
    name: "Gamma-glutamyltransferase (GGT)",
    loinc: "2324-2",
    method: "IFCC, 37 °C",
    intervals: [
      { ageTo: months(2), low: "12", high: "147", source: "pedsap2018" },
      { ageFrom: months(2), ageTo: months(4), low: "8", high: "90", source: "pedsap2018" },
      { ageFrom: months(4), ...TEENAGER, low: "5", high: "32", source: "pedsap2018" },
      { sex: "female", ...ADULT, low: "6", high: "40", source: "ifcc2010" },
      { sex: "male", ...ADULT, low: "12", high: "68", source: "ifcc2010" },
    ],
  },
  {
    ...common,
    code: "BILT",
    name: "Bilirubin, total",
    loinc: "1975-2",
    unit: "mg/dL",
    decimals: 1,
    method: "Diazo",
    intervals: [
      { ageTo: days(6), high: "11.9", text: "<12 in the full-term newborn", source: "pedsap2018" },
      { ageFrom: months(1), ageTo: years(1), high: "1.9", source: "pedsap2018" },
      { ageFrom: years(1), ...TEENAGER, high: "1.4", source: "pedsap2018" },
      // 5–25 µmol/L
      { ...ADULT, low: "0.3", high: "1.5", source: "rustad2004" },
    ],
    critical: [{ high: "15.0", source: "kostTable" }],
  },
  {
    ...common,
    code: "BILD",
    name: "Bilirubin, direct",
    loinc: "1968-7",
    unit: "mg/dL",
    decimals: 1,
    method: "Diazo",
    intervals: [
      { ageTo: months(1), high: "0.5", source: "pedsap2018" },
      { ageFrom: months(1), ...TEENAGER, high: "0.1", source: "pedsap2018" },
      { ...ADULT, low: "0", high: "0.3", source: "usmle2019" },
    ],
    critical: [],
  },
  {
    ...common,
    code: "ALB",
    name: "Albumin",
    loinc: "1751-7",
    unit: "g/dL",
    decimals: 1,
    method: "Bromocresol purple",
    intervals: [
      { ageTo: days(6), low: "2.5", high: "3.9", source: "pedsap2018" },
      { ageFrom: days(8), ageTo: years(1), low: "1.9", high: "4.9", source: "pedsap2018" },
      { ageFrom: years(1), ageTo: years(4), low: "3.4", high: "5.2", source: "pedsap2018" },
      { ageFrom: years(4), ...TEENAGER, low: "3.5", high: "5.6", source: "pedsap2018" },
      // 36–48, 36–45 and 34–45 g/L
      { ...ADULT, ageTo: years(40), low: "3.6", high: "4.8", source: "rustad2004" },
      { ageFrom: years(40), ageTo: years(70), low: "3.6", high: "4.5", source: "rustad2004" },
      { ageFrom: years(70), low: "3.4", high: "4.5", source: "rustad2004" },
    ],
    critical: [],
  },
  {
    ...common,
    code: "TP",
    name: "Total protein",
    loinc: "2885-2",
    unit: "g/dL",
    decimals: 1,
    method: "Biuret",
    // 62–78 g/L
    intervals: [{ ...ADULT, low: "6.2", high: "7.8", source: "rustad2004" }],
    critical: [],
  },
] satisfies readonly Analyte[];
