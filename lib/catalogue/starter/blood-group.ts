import type { Analyte } from "./shape";

const common = {
  section: "Immunohaematology",
  group: "Blood group",
  kind: "coded",
  unit: null,
  decimals: 0,
  intervals: [],
  critical: [],
} as const;

export const BLOOD_GROUP = [
  {
    ...common,
    code: "ABO",
    name: "ABO group",
    loinc: "883-9",
    method: "Column agglutination, forward and reverse",
    choices: [
      { code: "A", label: "A", abnormal: false },
      { code: "B", label: "B", abnormal: false },
      { code: "AB", label: "AB", abnormal: false },
      { code: "O", label: "O", abnormal: false },
    ],
  },
  {
    ...common,
    code: "RHD",
    name: "RhD",
    loinc: "10331-7",
    method: "Column agglutination",
    choices: [
      { code: "POS", label: "Positive", abnormal: false },
      { code: "NEG", label: "Negative", abnormal: false },
      { code: "VARIANT", label: "Weak or variant: see comment", abnormal: true },
    ],
  },
  {
    ...common,
    code: "ABSC",
    name: "Antibody screen",
    loinc: "890-4",
    method: "Indirect antiglobulin, column agglutination",
    choices: [
      { code: "NEG", label: "Negative", abnormal: false },
      { code: "POS", label: "Positive", abnormal: true },
    ],
  },
] satisfies readonly Analyte[];
