import type { AgeBound } from "@/lib/core/age";
import { days, hours, months, years } from "./ages";
import type { Analyte, Interval } from "./shape";

const common = { section: "Endocrinology", kind: "numeric" } as const;
const thyroid = { ...common, group: "Thyroid", method: "Immunoassay", critical: [] } as const;

const inDayOfLife = (from: AgeBound, to: AgeBound, low: string, high: string) =>
  ({ ageFrom: from, ageTo: to, low, high, source: "jayasuriya2018" }) satisfies Interval;

export const HORMONES = [
  {
    ...thyroid,
    code: "TSH",
    name: "Thyroid-stimulating hormone (TSH)",
    loinc: "3016-3",
    unit: "m[IU]/L",
    decimals: 2,
    intervals: [
      inDayOfLife(hours(0), hours(24), "4.1", "40.2"),
      inDayOfLife(hours(24), hours(48), "3.2", "29.6"),
      inDayOfLife(hours(48), hours(72), "2.6", "17.3"),
      inDayOfLife(hours(72), hours(96), "2.2", "14.7"),
      inDayOfLife(hours(96), hours(120), "1.8", "14.2"),
      inDayOfLife(hours(120), hours(144), "1.4", "12.7"),
      inDayOfLife(hours(144), days(7), "1.0", "8.3"),
      { ageFrom: days(7), ageTo: months(6), low: "0.73", high: "4.77", source: "caliper2013" },
      { ageFrom: months(6), ageTo: years(14), low: "0.70", high: "4.17", source: "caliper2013" },
      {
        ageFrom: years(14),
        ageTo: years(19),
        pregnant: false,
        low: "0.47",
        high: "3.41",
        source: "caliper2013",
      },
      { ageFrom: years(19), pregnant: false, low: "0.45", high: "4.12", source: "nhanes2002" },
      {
        sex: "female",
        ageFrom: years(14),
        pregnant: true,
        low: "0.05",
        high: "4.00",
        text: "Weeks 7–12: 0.05–4.0; returns gradually towards the non-pregnant interval in the second and third trimester",
        source: "ata2017",
      },
    ],
  },
  {
    ...thyroid,
    code: "FT4",
    name: "Thyroxine, free (fT4)",
    loinc: "3024-7",
    unit: "ng/dL",
    decimals: 2,
    intervals: [
      inDayOfLife(hours(0), hours(24), "1.19", "3.39"),
      inDayOfLife(hours(24), hours(48), "1.14", "4.13"),
      inDayOfLife(hours(48), hours(72), "1.28", "3.54"),
      inDayOfLife(hours(72), hours(96), "1.38", "3.06"),
      inDayOfLife(hours(96), hours(120), "1.19", "2.49"),
      inDayOfLife(hours(120), hours(144), "1.13", "2.53"),
      inDayOfLife(hours(144), days(7), "1.08", "2.40"),
      { ageFrom: years(18), pregnant: false, low: "0.96", high: "1.60", source: "kim2017" },
    ],
  },
  {
    ...thyroid,
    code: "FT3",
    name: "Triiodothyronine, free (fT3)",
    loinc: "3051-0",
    unit: "pg/mL",
    decimals: 2,
    // Depends on the assay: the laboratory takes it from its manufacturer and verifies it.
    intervals: [],
  },
  {
    ...common,
    group: "Pregnancy",
    code: "HCG",
    name: "Chorionic gonadotrophin, beta (hCG)",
    loinc: "21198-7",
    unit: "[IU]/L",
    decimals: 1,
    method: "Immunoassay",
    intervals: [
      {
        sex: "female",
        ageFrom: years(18),
        ageTo: years(41),
        pregnant: false,
        high: "4.9",
        text: "<5.0 when not pregnant",
        source: "snyder2005",
      },
      {
        sex: "female",
        ageFrom: years(41),
        ageTo: years(56),
        pregnant: false,
        high: "7.7",
        text: "Up to 7.7 when not pregnant; 5.0–14.0 with raised FSH is likely of pituitary origin",
        source: "snyder2005",
      },
      {
        sex: "female",
        ageFrom: years(56),
        pregnant: false,
        high: "13.9",
        text: "<14.0 after the menopause",
        source: "snyder2005",
      },
    ],
    critical: [],
  },
] satisfies readonly Analyte[];
