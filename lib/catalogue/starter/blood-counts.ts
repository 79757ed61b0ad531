import { adultsOrAgeUnknown } from "./adult-limits";
import { days, hours, months, years } from "./ages";
import { childRedCellIntervals } from "./dallman-red-cells";
import type { Analyte } from "./shape";

const common = { section: "Haematology", group: "Counts and indices", kind: "numeric" } as const;
const ADULT = { ageFrom: years(18) };
const WOMAN = { sex: "female", ...ADULT } as const;
const MAN = { sex: "male", ...ADULT } as const;
const INFANT_OR_CHILD = { ageFrom: months(1), ageTo: years(18) };

export const BLOOD_COUNTS = [
  {
    ...common,
    code: "RBC",
    name: "Erythrocytes",
    loinc: "26453-1",
    unit: "10*6/uL",
    decimals: 2,
    method: "Automated count, impedance",
    intervals: [
      ...childRedCellIntervals("RBC"),
      { ...WOMAN, low: "3.94", high: "5.16", source: "nordin2004" },
      { ...MAN, low: "4.25", high: "5.71", source: "nordin2004" },
    ],
    critical: [],
  },
  {
    ...common,
    code: "HGB",
    name: "Haemoglobin",
    loinc: "718-7",
    unit: "g/dL",
    decimals: 1,
    method: "Photometry, cyanide-free",
    intervals: [
      ...childRedCellIntervals("HGB"),
      { ...WOMAN, pregnant: false, low: "11.7", high: "15.3", source: "nordin2004" },
      { ...MAN, low: "13.4", high: "17.0", source: "nordin2004" },
      {
        sex: "female",
        ageFrom: years(12),
        pregnant: true,
        low: "11.0",
        text: "Anaemia: <11.0 in the first and third trimester, <10.5 in the second",
        source: "who2024",
      },
    ],
    critical: [
      // The healthy newborn exceeds the survey's high limit for children.
      { ageTo: months(1), low: "6.9", source: "kost1991" },
      { ...INFANT_OR_CHILD, low: "6.9", high: "20.8", source: "kost1991" },
      ...adultsOrAgeUnknown({ low: "6.6", high: "19.9", source: "kost1990" }),
    ],
  },
  {
    ...common,
    code: "HCT",
    name: "Haematocrit",
    loinc: "20570-8",
    unit: "%",
    decimals: 1,
    method: "Calculated from count and mean cell volume",
    intervals: [
      ...childRedCellIntervals("HCT"),
      { ...WOMAN, low: "34.8", high: "45.9", source: "nordin2004" },
      { ...MAN, low: "39.5", high: "50.0", source: "nordin2004" },
    ],
    critical: [
      { ageTo: months(1), low: "20", source: "kost1991" },
      { ...INFANT_OR_CHILD, low: "20", high: "62", source: "kost1991" },
      ...adultsOrAgeUnknown({ low: "18", high: "61", source: "kost1990" }),
    ],
  },
  {
    ...common,
    code: "WBC",
    name: "Leukocytes",
    loinc: "26464-8",
    unit: "10*3/uL",
    decimals: 1,
    method: "Automated count, flow cytometry",
    intervals: [
      { ageTo: hours(24), low: "9.1", high: "30.1", source: "davis2023" },
      { ageFrom: hours(24), ageTo: days(7), low: "9.4", high: "34.0", source: "dallman1977" },
      { ageFrom: days(7), ageTo: days(14), low: "5.0", high: "21.0", source: "dallman1977" },
      { ageFrom: days(14), ageTo: months(1), low: "5.0", high: "20.0", source: "dallman1977" },
      { ageFrom: months(1), ageTo: years(2), low: "6.1", high: "17.5", source: "davis2023" },
      { ageFrom: years(2), ageTo: years(11), low: "4.5", high: "13.5", source: "davis2023" },
      { ageFrom: years(11), low: "4.5", high: "11.1", source: "davis2023" },
    ],
    critical: [
      { ageTo: years(18), low: "2.1", high: "42.9", source: "kost1991" },
      ...adultsOrAgeUnknown({ low: "2.0", high: "37.0", source: "kost1990" }),
    ],
  },
  {
    ...common,
    code: "PLT",
    name: "Platelets",
    loinc: "26515-7",
    unit: "10*3/uL",
    decimals: 0,
    method: "Automated count, impedance",
    intervals: [
      { ageTo: days(8), low: "84", high: "478", source: "pedsap2018" },
      { ageFrom: days(8), ageTo: years(18), low: "150", high: "450", source: "pedsap2018" },
      { ...WOMAN, low: "165", high: "387", source: "nordin2004" },
      { ...MAN, low: "145", high: "348", source: "nordin2004" },
    ],
    critical: [
      { ageTo: years(18), low: "53", high: "916", source: "kost1991" },
      ...adultsOrAgeUnknown({ low: "37", high: "910", source: "kost1990" }),
    ],
  },
  {
    ...common,
    code: "MCV",
    name: "Mean cell volume (MCV)",
    loinc: "30428-7",
    unit: "fL",
    decimals: 1,
    method: "Automated, impedance",
    intervals: [...childRedCellIntervals("MCV"), { ...ADULT, low: "82", high: "98", source: "nordin2004" }],
    critical: [],
  },
  {
    ...common,
    code: "MCH",
    name: "Mean cell haemoglobin (MCH)",
    loinc: "28539-5",
    unit: "pg/{cell}",
    decimals: 1,
    method: "Calculated",
    intervals: [
      ...childRedCellIntervals("MCH"),
      { ...ADULT, low: "27.1", high: "33.3", source: "nordin2004" },
    ],
    critical: [],
  },
  {
    ...common,
    code: "MCHC",
    name: "Mean cell haemoglobin concentration (MCHC)",
    loinc: "28540-3",
    unit: "g/dL",
    decimals: 1,
    method: "Calculated",
    intervals: [
      ...childRedCellIntervals("MCHC"),
      { ...ADULT, low: "31.7", high: "35.7", source: "nordin2004" },
    ],
    critical: [],
  },
  {
    ...common,
    code: "RDW",
    name: "Red cell distribution width (RDW)",
    loinc: "30385-9",
    unit: "%",
    decimals: 1,
    method: "Calculated, coefficient of variation",
    intervals: [{ ...ADULT, low: "11.6", high: "14.0", source: "dacie2017" }],
    critical: [],
  },
] satisfies readonly Analyte[];
