import { hours, months, years } from "./ages";
import type { Analyte, Interval } from "./shape";

type Limits = readonly [low: string, high: string];

const common = {
  section: "Haematology",
  group: "Differential",
  kind: "numeric",
  method: "Automated differential, flow cytometry",
  critical: [],
} as const;

const AGES = {
  birth: { ageTo: hours(24) },
  infant: { ageFrom: months(1), ageTo: years(2) },
  child: { ageFrom: years(2), ageTo: years(11) },
};

/** Counts per microlitre: four published age rows, the oldest ending where the adult one begins. */
function counts(birth: Limits, infant: Limits, child: Limits, teenager: Limits, adult: Limits): Interval[] {
  const row = ([low, high]: Limits) => ({ low, high, source: "davis2023" }) as const;
  return [
    { ...AGES.birth, ...row(birth) },
    { ...AGES.infant, ...row(infant) },
    { ...AGES.child, ...row(child) },
    { ageFrom: years(11), ageTo: years(18), ...row(teenager) },
    { ageFrom: years(18), low: adult[0], high: adult[1], source: "henry2011" },
  ];
}

/** Percentages: the published rows. */
function percentages(birth: Limits, infant: Limits, child: Limits, older: Limits): Interval[] {
  const row = ([low, high]: Limits) => ({ low, high, source: "davis2023" }) as const;
  return [
    { ...AGES.birth, ...row(birth) },
    { ...AGES.infant, ...row(infant) },
    { ...AGES.child, ...row(child) },
    { ageFrom: years(11), ...row(older) },
  ];
}

const absolute = { ...common, unit: "10*3/uL", decimals: 2 } as const;
const percentage = { ...common, unit: "%", decimals: 1 } as const;

export const LEUKOCYTE_DIFFERENTIAL = [
  {
    ...absolute,
    code: "NEU",
    name: "Neutrophils",
    loinc: "26499-4",
    intervals: counts(["5.5", "18.3"], ["1.9", "5.4"], ["2.4", "7.3"], ["2.7", "6.5"], ["1.8", "7.8"]),
  },
  {
    ...percentage,
    code: "NEUP",
    name: "Neutrophils, percentage",
    loinc: "26511-6",
    intervals: percentages(["24", "58"], ["21", "67"], ["30", "77"], ["40", "75"]),
  },
  {
    ...absolute,
    code: "LYM",
    name: "Lymphocytes",
    loinc: "26474-7",
    intervals: counts(["2.8", "9.3"], ["3.7", "10.7"], ["1.7", "5.1"], ["1.5", "3.7"], ["1.0", "4.8"]),
  },
  {
    ...percentage,
    code: "LYMP",
    name: "Lymphocytes, percentage",
    loinc: "26478-8",
    intervals: percentages(["26", "56"], ["20", "64"], ["14", "50"], ["12", "44"]),
  },
  {
    ...absolute,
    code: "MONO",
    name: "Monocytes",
    loinc: "26484-6",
    intervals: counts(["0.5", "1.7"], ["0.3", "0.8"], ["0.2", "0.6"], ["0.2", "0.4"], ["0", "0.80"]),
  },
  {
    ...percentage,
    code: "MONOP",
    name: "Monocytes, percentage",
    loinc: "26485-3",
    intervals: percentages(["7", "13"], ["4", "11"], ["4", "9"], ["4", "9"]),
  },
  {
    ...absolute,
    code: "EOS",
    name: "Eosinophils",
    loinc: "26449-9",
    intervals: counts(["0.02", "0.7"], ["0.2", "0.5"], ["0.1", "0.3"], ["0.05", "0.5"], ["0", "0.45"]),
  },
  {
    ...percentage,
    code: "EOSP",
    name: "Eosinophils, percentage",
    loinc: "26450-7",
    intervals: percentages(["0", "8"], ["0", "3.3"], ["0", "5.8"], ["0", "5.5"]),
  },
  {
    ...absolute,
    code: "BASO",
    name: "Basophils",
    loinc: "26444-0",
    intervals: counts(["0.1", "0.2"], ["0", "0.1"], ["0", "0.1"], ["0", "0.1"], ["0", "0.20"]),
  },
  {
    ...percentage,
    code: "BASOP",
    name: "Basophils, percentage",
    loinc: "30180-4",
    intervals: percentages(["0", "2.5"], ["0", "1"], ["0", "1"], ["0", "1"]),
  },
] satisfies readonly Analyte[];
