import { CARDIAC } from "./cardiac";
import { ELECTROLYTES } from "./electrolytes";
import { GLUCOSE } from "./glucose";
import { HAEMATINICS } from "./haematinics";
import { HORMONES } from "./hormones";
import { LIPIDS } from "./lipids";
import { LIVER } from "./liver";
import { RENAL } from "./renal";
import type { Test } from "./shape";
import { TURNAROUND, testOfOne } from "./test-of-one";

type Terms = Parameters<typeof testOfOne>[1];
const CORE: Omit<Terms, "price"> = { sampleType: "serum-gel", turnaroundMinutes: TURNAROUND.core };
const IMMUNOASSAY = { ...CORE, turnaroundMinutes: TURNAROUND.immunoassay };
const FLUORIDE = { ...CORE, sampleType: "plasma-fluoride" };

const TERMS = {
  NA: { ...CORE, price: 600 },
  K: { ...CORE, price: 600 },
  CL: { ...CORE, price: 600 },
  HCO3: { ...CORE, price: 700 },
  CA: { ...CORE, price: 700 },
  PHOS: { ...CORE, price: 700 },
  MG: { ...CORE, price: 900 },
  UREA: { ...CORE, price: 600 },
  CREA: { ...CORE, price: 700 },
  URIC: { ...CORE, price: 700 },
  GLU: { ...FLUORIDE, price: 600 },
  GLUF: { ...FLUORIDE, price: 600, collection: "Fasting for at least 8 hours; water is allowed." },
  HBA1C: { sampleType: "blood-edta", turnaroundMinutes: TURNAROUND.daily, price: 1900 },
  ALT: { ...CORE, price: 700 },
  AST: { ...CORE, price: 700 },
  ALP: { ...CORE, price: 700 },
  GGT: { ...CORE, price: 700 },
  BILT: { ...CORE, price: 700 },
  BILD: { ...CORE, price: 700 },
  ALB: { ...CORE, price: 600 },
  TP: { ...CORE, price: 600 },
  CHOL: { ...CORE, price: 700 },
  TRIG: { ...CORE, price: 800 },
  HDL: { ...CORE, price: 900 },
  LDL: { ...CORE, price: 1100 },
  CRP: { ...CORE, price: 1200 },
  FERR: { ...IMMUNOASSAY, price: 2200 },
  IRON: { ...CORE, price: 900 },
  TRF: { ...CORE, price: 1600 },
  B12: { ...IMMUNOASSAY, price: 2400 },
  FOL: { ...IMMUNOASSAY, price: 2400 },
  TSH: { ...IMMUNOASSAY, price: 2200 },
  FT4: { ...IMMUNOASSAY, price: 2200 },
  FT3: { ...IMMUNOASSAY, price: 2400 },
  HCG: { ...IMMUNOASSAY, price: 2400 },
  TNT: { sampleType: "plasma-heparin", turnaroundMinutes: TURNAROUND.core, price: 3400 },
} satisfies Record<string, Terms>;

type Reported = keyof typeof TERMS;
const isReported = (code: string): code is Reported => Object.hasOwn(TERMS, code);

/** One test for each analyte of serum, plasma and whole blood chemistry. */
export const CHEMISTRY_TESTS: readonly Test[] = [
  ...ELECTROLYTES,
  ...RENAL,
  ...GLUCOSE,
  ...LIVER,
  ...LIPIDS,
  ...HAEMATINICS,
  ...HORMONES,
  ...CARDIAC,
].flatMap((analyte) => (isReported(analyte.code) ? [testOfOne(analyte, TERMS[analyte.code])] : []));
