import type { Analyte, Choice } from "./shape";

const common = {
  section: "Haematology",
  group: "Morphology",
  unit: null,
  decimals: 0,
  method: "Stained film, light microscopy",
  intervals: [],
  critical: [],
} as const;

/**
 * Three grades above none, as in the ICSH recommendations for grading blood cell morphology
 * (Palmer et al., Int J Lab Hematol 2015;37:287–303).
 */
const GRADES = [
  { code: "NONE", label: "None seen", abnormal: false },
  { code: "SLIGHT", label: "Slight", abnormal: true },
  { code: "MODERATE", label: "Moderate", abnormal: true },
  { code: "MARKED", label: "Marked", abnormal: true },
] as const satisfies readonly Choice[];

const graded = { ...common, kind: "coded", choices: GRADES } as const;
const described = { ...common, kind: "text" } as const;

export const BLOOD_FILM = [
  { ...graded, code: "ANISO", name: "Anisocytosis", loinc: "38892-6" },
  { ...graded, code: "HYPO", name: "Hypochromia", loinc: "30400-6" },
  { ...graded, code: "MACRO", name: "Macrocytes", loinc: "30424-6" },
  { ...graded, code: "MICRO", name: "Microcytes", loinc: "30434-5" },
  { ...graded, code: "POIK", name: "Poikilocytosis", loinc: "779-9" },
  { ...graded, code: "POLY", name: "Polychromasia", loinc: "10378-8" },
  { ...described, code: "RBCM", name: "Erythrocyte morphology", loinc: "6742-1" },
  { ...described, code: "WBCM", name: "Leukocyte morphology", loinc: "11156-7" },
  { ...described, code: "PLTM", name: "Platelet morphology", loinc: "11125-2" },
] satisfies readonly Analyte[];
