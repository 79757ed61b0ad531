import { BLOOD_COUNTS } from "./blood-counts";
import { BLOOD_FILM } from "./blood-film";
import { BLOOD_GROUP } from "./blood-group";
import { COAGULATION } from "./coagulation";
import { LEUKOCYTE_DIFFERENTIAL } from "./leukocyte-differential";
import type { Analyte, Test } from "./shape";
import { TURNAROUND, testOfOne } from "./test-of-one";
import { URINALYSIS } from "./urinalysis";

const codes = (analytes: readonly Analyte[]) => analytes.map((analyte) => analyte.code);
const CITRATE = { sampleType: "plasma-citrate", turnaroundMinutes: TURNAROUND.core };
const COAGULATION_PRICES: Record<string, number> = { APTT: 1400, FIB: 1800, DDIM: 3200 };

export const BLOOD_AND_URINE_TESTS: readonly Test[] = [
  {
    code: "FBC",
    name: "Full blood count with differential",
    section: "Haematology",
    sampleType: "blood-edta",
    analytes: codes([...BLOOD_COUNTS, ...LEUKOCYTE_DIFFERENTIAL]),
    turnaroundMinutes: { routine: 120, urgent: 60, stat: 30 },
    price: 1800,
    illustrative: true,
  },
  {
    code: "MORPH",
    name: "Blood film morphology",
    section: "Haematology",
    sampleType: "blood-edta",
    analytes: codes(BLOOD_FILM),
    turnaroundMinutes: TURNAROUND.daily,
    price: 1500,
    illustrative: true,
  },
  {
    code: "PTINR",
    name: "Prothrombin time and INR",
    loinc: "34528-0",
    section: "Coagulation",
    sampleType: "plasma-citrate",
    analytes: ["PT", "INR"],
    turnaroundMinutes: TURNAROUND.core,
    price: 1200,
    illustrative: true,
  },
  ...COAGULATION.flatMap((analyte) => {
    const price = COAGULATION_PRICES[analyte.code];
    return price === undefined ? [] : [testOfOne(analyte, { ...CITRATE, price })];
  }),
  {
    code: "UA",
    name: "Urinalysis, dipstick",
    loinc: "24357-6",
    section: "Urinalysis",
    sampleType: "urine-random",
    analytes: codes(URINALYSIS),
    turnaroundMinutes: { routine: 120, urgent: 60, stat: 30 },
    price: 900,
    illustrative: true,
  },
  {
    code: "GS",
    name: "Blood group and antibody screen",
    loinc: "34532-2",
    section: "Immunohaematology",
    sampleType: "blood-group",
    analytes: codes(BLOOD_GROUP),
    turnaroundMinutes: { routine: 480, urgent: 90, stat: 60 },
    price: 3500,
    illustrative: true,
  },
];
