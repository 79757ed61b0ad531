import { days, hours, months, years } from "./ages";
import type { Interval } from "./shape";

type RedCellMeasure = "HGB" | "HCT" | "RBC" | "MCV" | "MCH" | "MCHC";
type MeanAndLow = readonly [mean: number, minusTwoSd: number];
type Row = Pick<Interval, "sex" | "ageFrom" | "ageTo"> & Record<RedCellMeasure, MeanAndLow>;

/** Red cells from birth to 18 years as published: mean and mean − 2 SD (dallman1977). */
const ROWS: readonly Row[] = [
  // Birth: cord blood.
  {
    ageTo: hours(24),
    HGB: [16.5, 13.5],
    HCT: [51, 42],
    RBC: [4.7, 3.9],
    MCV: [108, 98],
    MCH: [34, 31],
    MCHC: [33, 30],
  },
  // 1 to 3 days: capillary blood.
  {
    ageFrom: hours(24),
    ageTo: days(7),
    HGB: [18.5, 14.5],
    HCT: [56, 45],
    RBC: [5.3, 4.0],
    MCV: [108, 95],
    MCH: [34, 31],
    MCHC: [33, 29],
  },
  {
    ageFrom: days(7),
    ageTo: days(14),
    HGB: [17.5, 13.5],
    HCT: [54, 42],
    RBC: [5.1, 3.9],
    MCV: [107, 88],
    MCH: [34, 28],
    MCHC: [33, 28],
  },
  {
    ageFrom: days(14),
    ageTo: months(1),
    HGB: [16.5, 12.5],
    HCT: [51, 39],
    RBC: [4.9, 3.6],
    MCV: [105, 86],
    MCH: [34, 28],
    MCHC: [33, 28],
  },
  {
    ageFrom: months(1),
    ageTo: months(2),
    HGB: [14.0, 10.0],
    HCT: [43, 31],
    RBC: [4.2, 3.0],
    MCV: [104, 85],
    MCH: [34, 28],
    MCHC: [33, 29],
  },
  {
    ageFrom: months(2),
    ageTo: months(3),
    HGB: [11.5, 9.0],
    HCT: [35, 28],
    RBC: [3.8, 2.7],
    MCV: [96, 77],
    MCH: [30, 26],
    MCHC: [33, 29],
  },
  {
    ageFrom: months(3),
    ageTo: months(6),
    HGB: [11.5, 9.5],
    HCT: [35, 29],
    RBC: [3.8, 3.1],
    MCV: [91, 74],
    MCH: [30, 25],
    MCHC: [33, 30],
  },
  {
    ageFrom: months(6),
    ageTo: years(2),
    HGB: [12.0, 10.5],
    HCT: [36, 33],
    RBC: [4.5, 3.7],
    MCV: [78, 70],
    MCH: [27, 23],
    MCHC: [33, 30],
  },
  {
    ageFrom: years(2),
    ageTo: years(6),
    HGB: [12.5, 11.5],
    HCT: [37, 34],
    RBC: [4.6, 3.9],
    MCV: [81, 75],
    MCH: [27, 24],
    MCHC: [34, 31],
  },
  {
    ageFrom: years(6),
    ageTo: years(12),
    HGB: [13.5, 11.5],
    HCT: [40, 35],
    RBC: [4.6, 4.0],
    MCV: [86, 77],
    MCH: [29, 25],
    MCHC: [34, 31],
  },
  {
    sex: "female",
    ageFrom: years(12),
    ageTo: years(18),
    HGB: [14.0, 12.0],
    HCT: [41, 36],
    RBC: [4.6, 4.1],
    MCV: [90, 78],
    MCH: [30, 25],
    MCHC: [34, 31],
  },
  {
    sex: "male",
    ageFrom: years(12),
    ageTo: years(18),
    HGB: [14.5, 13.0],
    HCT: [43, 37],
    RBC: [4.9, 4.5],
    MCV: [88, 78],
    MCH: [30, 25],
    MCHC: [34, 31],
  },
];

/** The published rows as intervals: mean − 2 SD to mean + 2 SD. */
export function childRedCellIntervals(measure: RedCellMeasure): readonly Interval[] {
  const decimals = measure === "HGB" || measure === "RBC" ? 1 : 0;
  return ROWS.map(({ sex, ageFrom, ageTo, [measure]: [mean, low] }) => ({
    ...(sex && { sex }),
    ...(ageFrom && { ageFrom }),
    ...(ageTo && { ageTo }),
    // Haemoglobin has an interval of its own in pregnancy.
    ...(measure === "HGB" && sex === "female" && { pregnant: false }),
    low: low.toFixed(decimals),
    high: (2 * mean - low).toFixed(decimals),
    source: "dallman1977",
  }));
}
