import { adultsOrAgeUnknown } from "./adult-limits";
import { hours, months, years } from "./ages";
import type { Analyte, CriticalLimit, Interval } from "./shape";

const common = { section: "Chemistry", group: "Glucose", kind: "numeric" } as const;
const CHILD = { ageFrom: months(1), ageTo: years(18) };
const ADULT = { ageFrom: years(18) };

const NEWBORN = [
  { ageTo: hours(24), low: "40", high: "60", source: "pedsap2018" },
  { ageFrom: hours(24), ageTo: months(1), low: "50", high: "90", source: "pedsap2018" },
] as const satisfies readonly Interval[];

/** Newborns 1.8 and 18.2 mmol/L, children 2.6 and 24.7. */
const CRITICAL: readonly CriticalLimit[] = [
  { ageTo: months(1), low: "32", high: "328", source: "kost1991" },
  { ...CHILD, low: "47", high: "445", source: "kost1991" },
  ...adultsOrAgeUnknown({ low: "46", high: "484", source: "kost1990" }),
];

export const GLUCOSE = [
  {
    ...common,
    code: "GLU",
    name: "Glucose, random",
    loinc: "2345-7",
    unit: "mg/dL",
    decimals: 0,
    method: "Hexokinase",
    intervals: [
      ...NEWBORN,
      {
        ...ADULT,
        low: "70",
        high: "199",
        text: "≥200 with classic symptoms meets a criterion for diabetes",
        source: "ada2024",
      },
    ],
    critical: CRITICAL,
  },
  {
    ...common,
    code: "GLUF",
    name: "Glucose, fasting",
    loinc: "1558-6",
    unit: "mg/dL",
    decimals: 0,
    method: "Hexokinase",
    intervals: [
      ...NEWBORN,
      { ...CHILD, low: "60", high: "100", source: "pedsap2018" },
      {
        ...ADULT,
        pregnant: false,
        low: "70",
        high: "99",
        text: "Impaired fasting glucose 100–125; diabetes ≥126, confirmed",
        source: "ada2024",
      },
      {
        ...ADULT,
        sex: "female",
        pregnant: true,
        low: "70",
        high: "91",
        text: "≥92 at 24–28 weeks meets a criterion for gestational diabetes",
        source: "ada2024",
      },
    ],
    critical: CRITICAL,
  },
  {
    ...common,
    code: "HBA1C",
    name: "Haemoglobin A1c",
    loinc: "4548-4",
    unit: "%",
    decimals: 1,
    method: "NGSP-certified, standardised to the DCCT assay",
    intervals: [
      // Not a criterion in pregnancy.
      {
        ...ADULT,
        pregnant: false,
        high: "5.6",
        text: "Prediabetes 5.7–6.4; diabetes ≥6.5, confirmed",
        source: "ada2024",
      },
    ],
    critical: [],
  },
] satisfies readonly Analyte[];
