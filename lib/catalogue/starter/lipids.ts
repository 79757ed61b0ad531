import { years } from "./ages";
import type { Analyte } from "./shape";

const common = {
  section: "Chemistry",
  group: "Lipids",
  kind: "numeric",
  unit: "mg/dL",
  decimals: 0,
  critical: [],
} as const;
const CHILD = { ageFrom: years(2), ageTo: years(20) };
const ADULT = { ageFrom: years(20) };

/** Decision limits, not intervals of health: the limit that flags ends the recommended category. */
export const LIPIDS = [
  {
    ...common,
    code: "CHOL",
    name: "Cholesterol, total",
    loinc: "2093-3",
    method: "Enzymatic",
    intervals: [
      {
        ...CHILD,
        high: "169",
        text: "Acceptable <170; borderline high 170–199; high ≥200",
        source: "nhlbi2011",
      },
      {
        ...ADULT,
        high: "199",
        text: "Desirable <200; borderline high 200–239; high ≥240",
        source: "ncep2001",
      },
    ],
  },
  {
    ...common,
    code: "TRIG",
    name: "Triglycerides",
    loinc: "2571-8",
    method: "Enzymatic",
    intervals: [
      {
        ...CHILD,
        ageTo: years(10),
        high: "74",
        text: "Acceptable <75; borderline high 75–99; high ≥100",
        source: "nhlbi2011",
      },
      {
        ...CHILD,
        ageFrom: years(10),
        high: "89",
        text: "Acceptable <90; borderline high 90–129; high ≥130",
        source: "nhlbi2011",
      },
      {
        ...ADULT,
        high: "149",
        text: "Normal <150; borderline high 150–199; high 200–499; very high ≥500",
        source: "ncep2001",
      },
    ],
  },
  {
    ...common,
    code: "HDL",
    name: "Cholesterol, HDL",
    loinc: "2085-9",
    method: "Direct, homogeneous",
    intervals: [
      { ...CHILD, low: "40", text: "Acceptable >45; borderline low 40–45; low <40", source: "nhlbi2011" },
      { ...ADULT, low: "40", text: "Low <40; high (protective) ≥60", source: "ncep2001" },
    ],
  },
  {
    ...common,
    code: "LDL",
    name: "Cholesterol, LDL",
    loinc: "2089-1",
    method: "Direct, homogeneous",
    intervals: [
      {
        ...CHILD,
        high: "109",
        text: "Acceptable <110; borderline high 110–129; high ≥130",
        source: "nhlbi2011",
      },
      {
        ...ADULT,
        high: "129",
        text: "Optimal <100; near optimal 100–129; borderline high 130–159; high 160–189; very high ≥190",
        source: "ncep2001",
      },
    ],
  },
] satisfies readonly Analyte[];
