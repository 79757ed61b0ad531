import { adultsOrAgeUnknown } from "./adult-limits";
import { days, years } from "./ages";
import type { Analyte } from "./shape";

const common = { section: "Chemistry", group: "Renal", kind: "numeric", unit: "mg/dL" } as const;
const ADULT = { ageFrom: years(18) };

export const RENAL = [
  {
    ...common,
    code: "UREA",
    name: "Urea nitrogen",
    loinc: "3094-0",
    decimals: 0,
    method: "Urease, kinetic",
    intervals: [
      { ageTo: years(18), low: "2", high: "20", source: "pedsap2018" },
      // Urea, women 2.6–6.4 and from 50 years 3.1–7.9 mmol/L; men 3.2–8.1 and 3.5–8.1
      { sex: "female", ...ADULT, ageTo: years(50), low: "7", high: "18", source: "rustad2004" },
      { sex: "female", ageFrom: years(50), low: "9", high: "22", source: "rustad2004" },
      { sex: "male", ...ADULT, ageTo: years(50), low: "9", high: "23", source: "rustad2004" },
      { sex: "male", ageFrom: years(50), low: "10", high: "23", source: "rustad2004" },
    ],
    critical: [
      // Urea 12 mmol/L
      { ageTo: years(18), high: "34", source: "loh2018" },
      ...adultsOrAgeUnknown({ high: "104", source: "kostTable" }),
    ],
  },
  {
    ...common,
    code: "CREA",
    name: "Creatinine",
    loinc: "2160-0",
    decimals: 2,
    method: "Enzymatic, traceable to isotope dilution mass spectrometry",
    intervals: [
      { ageTo: days(15), low: "0.32", high: "0.92", source: "caliper2012" },
      { ageFrom: days(15), ageTo: years(2), low: "0.10", high: "0.36", source: "caliper2012" },
      { ageFrom: years(2), ageTo: years(5), low: "0.20", high: "0.43", source: "caliper2012" },
      { ageFrom: years(5), ageTo: years(12), low: "0.31", high: "0.61", source: "caliper2012" },
      { ageFrom: years(12), ageTo: years(15), low: "0.45", high: "0.81", source: "caliper2012" },
      {
        sex: "female",
        ageFrom: years(15),
        ageTo: years(19),
        low: "0.49",
        high: "0.84",
        source: "caliper2012",
      },
      { sex: "male", ageFrom: years(15), ageTo: years(19), low: "0.62", high: "1.08", source: "caliper2012" },
      // Women 50–90 µmol/L, men 60–100
      { sex: "female", ageFrom: years(19), low: "0.57", high: "1.02", source: "rustad2004" },
      { sex: "male", ageFrom: years(19), low: "0.68", high: "1.13", source: "rustad2004" },
    ],
    critical: [
      // 129 µmol/L
      { ageTo: years(18), high: "1.46", source: "loh2018" },
      ...adultsOrAgeUnknown({ high: "7.4", source: "kostTable" }),
    ],
  },
  {
    ...common,
    code: "URIC",
    name: "Uric acid",
    loinc: "3084-1",
    decimals: 1,
    method: "Uricase",
    intervals: [
      { ageTo: years(15), low: "1.0", high: "7.0", source: "pedsap2018" },
      // Women 155–350 and from 50 years 155–400 µmol/L; men 230–480
      { sex: "female", ...ADULT, ageTo: years(50), low: "2.6", high: "5.9", source: "rustad2004" },
      { sex: "female", ageFrom: years(50), low: "2.6", high: "6.7", source: "rustad2004" },
      { sex: "male", ...ADULT, low: "3.9", high: "8.1", source: "rustad2004" },
    ],
    critical: [{ ...ADULT, high: "13.0", source: "kostTable" }],
  },
] satisfies readonly Analyte[];
