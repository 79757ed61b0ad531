/*
 * Facts of the laboratory results in the NIST test cases for the Laboratory Results Interface (HL7 v2.5.1, US
 * government work): LOINC, value as sent, unit, interval and the flag that the case gives. Codes are ours. The
 * cases flag four values as critical and give no critical limits: those here are chosen so that they do.
 */

export type NistLine = {
  code: string;
  name: string;
  loinc: string;
  kind: "numeric" | "coded" | "text";
  value: string;
  unit?: string;
  /** As it was sent, where that is a trap: not the unit of the interval. */
  unitSent?: string;
  decimals?: number;
  low?: string;
  high?: string;
  text?: string;
  criticalHigh?: string;
  flag: "L" | "N" | "H" | "HH" | "A" | null;
};

const count = { kind: "numeric", unit: "10*3/uL", decimals: 2 } as const;
const share = { kind: "numeric", unit: "%", decimals: 1 } as const;
const seen = { kind: "coded", value: "None seen", flag: "N" } as const;

/** CBC with automated differential in blood, cbc.2-final: 28 lines of William Jones, born 1961-06-15, male. */
export const nistCbc: readonly NistLine[] = [
  {
    ...{
      code: "NRBC",
      name: "Erythrocytes",
      loinc: "26453-1",
      kind: "numeric",
      unit: "10*6/uL",
      decimals: 2,
    },
    ...{ value: "4.41", low: "4.3", high: "6.2", flag: "N" },
  },
  {
    ...{ code: "NHGB", name: "Haemoglobin", loinc: "718-7", kind: "numeric", unit: "g/dL", decimals: 1 },
    ...{ unitSent: "g/mL", value: "12.5", low: "13", high: "18", flag: "L" },
  },
  {
    ...share,
    code: "NHCT",
    name: "Haematocrit",
    loinc: "20570-8",
    value: "41",
    low: "40",
    high: "52",
    flag: "N",
  },
  {
    ...{
      code: "NWBC",
      name: "Leukocytes",
      loinc: "26464-8",
      kind: "numeric",
      unit: "{cells}/uL",
      decimals: 0,
    },
    ...{ value: "105600", low: "4300", high: "10800", criticalHigh: "50000", flag: "HH" },
  },
  {
    ...{
      code: "NPLT",
      name: "Platelets",
      loinc: "26515-7",
      kind: "numeric",
      unit: "{cells}/uL",
      decimals: 0,
    },
    ...{ value: "210000", low: "150000", high: "350000", flag: "N" },
  },
  {
    ...{ code: "NMCV", name: "MCV", loinc: "30428-7", kind: "numeric", unit: "fL", decimals: 1 },
    ...{ value: "91", low: "80", high: "95", flag: "N" },
  },
  {
    ...{ code: "NMCH", name: "MCH", loinc: "28539-5", kind: "numeric", unit: "pg/{cell}", decimals: 1 },
    ...{ value: "29", low: "27", high: "31", flag: "N" },
  },
  {
    ...{ code: "NMCHC", name: "MCHC", loinc: "28540-3", kind: "numeric", unit: "g/dL", decimals: 1 },
    ...{ value: "32.4", low: "32", high: "36", flag: "N" },
  },
  {
    ...share,
    code: "NRDW",
    name: "RDW",
    loinc: "30385-9",
    value: "10.5",
    low: "10.2",
    high: "14.5",
    flag: "N",
  },
  {
    ...count,
    code: "NBA",
    name: "Basophils",
    loinc: "26444-0",
    value: "0.1",
    low: "0",
    high: "0.3",
    flag: "N",
  },
  {
    ...share,
    code: "NBAP",
    name: "Basophils, share",
    loinc: "30180-4",
    value: "0.1",
    low: "0",
    high: "2",
    flag: "N",
  },
  {
    ...count,
    code: "NMO",
    name: "Monocytes",
    loinc: "26484-6",
    value: "3",
    low: "0.0",
    high: "13.0",
    flag: "N",
  },
  {
    ...share,
    code: "NMOP",
    name: "Monocytes, share",
    loinc: "26485-3",
    value: "3",
    low: "0",
    high: "10",
    flag: "N",
  },
  {
    ...{ ...count, code: "NEO", name: "Eosinophils", loinc: "26449-9", value: "2.1" },
    ...{ low: "0.0", high: "0.45", criticalHigh: "1.5", flag: "HH" },
  },
  {
    ...share,
    code: "NEOP",
    name: "Eosinophils, share",
    loinc: "26450-7",
    value: "2",
    low: "0",
    high: "6",
    flag: "N",
  },
  {
    ...{ ...count, code: "NLY", name: "Lymphocytes", loinc: "26474-7", value: "41.2" },
    ...{ low: "1.0", high: "4.8", criticalHigh: "20", flag: "HH" },
  },
  {
    ...share,
    code: "NLYP",
    name: "Lymphocytes, share",
    loinc: "26478-8",
    value: "39",
    low: "15.0",
    high: "45.0",
    flag: "N",
  },
  {
    ...{ ...count, code: "NNE", name: "Neutrophils", loinc: "26499-4", value: "58" },
    ...{ low: "1.5", high: "7.0", criticalHigh: "30", flag: "HH" },
  },
  {
    ...share,
    code: "NNEP",
    name: "Neutrophils, share",
    loinc: "26511-6",
    value: "55",
    low: "50",
    high: "73",
    flag: "N",
  },
  {
    ...{ code: "NANI", name: "Anisocytosis", loinc: "38892-6", kind: "coded" },
    ...{ value: "Moderate Anisocytosis", flag: "A" },
  },
  { ...seen, code: "NHYPO", name: "Hypochromia", loinc: "30400-6" },
  { ...seen, code: "NMAC", name: "Macrocytes", loinc: "30424-6" },
  { ...seen, code: "NMIC", name: "Microcytes", loinc: "30434-5" },
  { ...seen, code: "NPOI", name: "Poikilocytosis", loinc: "779-9" },
  { ...seen, code: "NPOLY", name: "Polychromasia", loinc: "10378-8" },
  {
    ...{ code: "NRBCM", name: "Erythrocyte morphology", loinc: "6742-1", kind: "text" },
    ...{ value: "Many spherocytes present.", flag: "A" },
  },
  {
    ...{ code: "NWBCM", name: "Leukocyte morphology", loinc: "11156-7", kind: "text" },
    ...{ value: "Reactive morphology in lymphoid cells.", flag: "A" },
  },
  {
    ...{ code: "NPLTM", name: "Platelet morphology", loinc: "11125-2", kind: "text" },
    ...{ value: "Platelets show defective granulation.", flag: "A" },
  },
];

const lipid = { kind: "numeric", unit: "mg/dL", decimals: 0, flag: "N" } as const;

/** Lipid panel in serum, lipid.1-fasting: intervals that are texts, judged by the limit in them. */
export const nistLipids: readonly NistLine[] = [
  {
    ...{ ...lipid, code: "NCHOL", name: "Cholesterol", loinc: "2093-3", value: "196", high: "199" },
    text: "Recommended: <200; Moderate Risk: 200-239 ; High Risk: >240",
  },
  { ...lipid, code: "NTRIG", name: "Triglyceride", loinc: "2571-8", value: "100", low: "40", high: "160" },
  { ...lipid, code: "NHDL", name: "HDL cholesterol", loinc: "2085-9", value: "60", low: "29", high: "72" },
  {
    ...{ ...lipid, code: "NLDL", name: "LDL cholesterol", loinc: "2089-1", value: "116", high: "129" },
    text: "Recommended: <130; Moderate Risk: 130-159; High Risk: >160",
  },
];

/** PT and INR, pt-inr.final: no interval came with them, so nothing is said of them. */
export const nistPtInr: readonly NistLine[] = [
  {
    code: "NPT",
    name: "PT",
    loinc: "5902-2",
    kind: "numeric",
    unit: "s",
    decimals: 1,
    value: "10.5",
    flag: null,
  },
  {
    code: "NINR",
    name: "INR",
    loinc: "6301-6",
    kind: "numeric",
    unit: "{INR}",
    decimals: 1,
    value: "1.0",
    flag: null,
  },
];
