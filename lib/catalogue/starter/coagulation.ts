import { years } from "./ages";
import type { Analyte } from "./shape";

const common = { section: "Coagulation", kind: "numeric" } as const;
const ADULT = { ageFrom: years(18) };

export const COAGULATION = [
  {
    ...common,
    code: "PT",
    name: "Prothrombin time (PT)",
    loinc: "5902-2",
    unit: "s",
    decimals: 1,
    method: "Clotting, optical",
    intervals: [{ ...ADULT, low: "11.0", high: "13.5", source: "medlineplus" }],
    critical: [{ high: "37.0", source: "pai2011" }],
  },
  {
    ...common,
    code: "INR",
    name: "International normalised ratio (INR)",
    loinc: "6301-6",
    unit: "{INR}",
    decimals: 1,
    method: "Calculated from prothrombin time",
    intervals: [
      { ...ADULT, low: "0.8", high: "1.1", text: "0.8–1.1 without anticoagulants", source: "medlineplus" },
    ],
    critical: [{ high: "5.0", source: "pai2011" }],
  },
  {
    ...common,
    code: "APTT",
    name: "Activated partial thromboplastin time (aPTT)",
    loinc: "14979-9",
    unit: "s",
    decimals: 1,
    method: "Clotting, optical",
    intervals: [{ ...ADULT, low: "25.0", high: "35.0", source: "medlineplus" }],
    critical: [{ high: "100.0", source: "pai2011" }],
  },
  {
    ...common,
    code: "FIB",
    name: "Fibrinogen",
    loinc: "3255-7",
    unit: "mg/dL",
    decimals: 0,
    method: "Clauss",
    intervals: [{ ...ADULT, low: "200", high: "400", source: "medlineplus" }],
    critical: [{ low: "100", source: "pai2011" }],
  },
  {
    ...common,
    code: "DDIM",
    name: "D-dimer",
    loinc: "48065-7",
    unit: "ng/mL{FEU}",
    decimals: 0,
    method: "Immunoturbidimetry",
    intervals: [
      {
        ...ADULT,
        high: "499",
        text: "Cut-off to exclude embolism when clinical probability is not high: <500; above 50 years <age × 10",
        source: "esc2019",
      },
    ],
    critical: [],
  },
] satisfies readonly Analyte[];
