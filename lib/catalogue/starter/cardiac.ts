import { years } from "./ages";
import type { Analyte } from "./shape";

export const CARDIAC = [
  {
    code: "TNT",
    name: "Troponin T, high-sensitivity",
    section: "Chemistry",
    group: "Cardiac",
    loinc: "67151-1",
    unit: "ng/L",
    decimals: 0,
    kind: "numeric",
    method: "Immunoassay, high sensitivity",
    intervals: [
      { ageFrom: years(18), high: "14", text: "99th percentile of healthy adults", source: "giannitsis2010" },
    ],
    critical: [],
  },
] satisfies readonly Analyte[];
