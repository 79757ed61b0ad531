import { BLOOD_AND_URINE_TESTS } from "./blood-and-urine-tests";
import { BLOOD_COUNTS } from "./blood-counts";
import { BLOOD_FILM } from "./blood-film";
import { BLOOD_GROUP } from "./blood-group";
import { CARDIAC } from "./cardiac";
import { CHEMISTRY_TESTS } from "./chemistry-tests";
import { COAGULATION } from "./coagulation";
import { ELECTROLYTES } from "./electrolytes";
import { GLUCOSE } from "./glucose";
import { HAEMATINICS } from "./haematinics";
import { HORMONES } from "./hormones";
import { LEUKOCYTE_DIFFERENTIAL } from "./leukocyte-differential";
import { LIPIDS } from "./lipids";
import { LIVER } from "./liver";
import { PANELS } from "./panels";
import { RENAL } from "./renal";
import { SAMPLE_TYPES } from "./sample-types";
import type { Analyte, Panel, SampleType, Test } from "./shape";
import { SOURCES, type Source, type SourceKey, STARTER_CAVEAT } from "./sources";
import { URINALYSIS } from "./urinalysis";

export type Starter = {
  /** Date of the figures; a laboratory's catalogue remembers which starter it began with. */
  version: string;
  /** Shown to the laboratory with the catalogue: the figures are not its own until verified. */
  caveat: string;
  sampleTypes: readonly SampleType[];
  /** In the order of the result grid. */
  analytes: readonly Analyte[];
  tests: readonly Test[];
  panels: readonly Panel[];
  sources: Readonly<Record<SourceKey, Source>>;
};

/** What a new laboratory begins with; everything in it is the laboratory's to change. */
export const STARTER: Starter = {
  version: "2026-11",
  caveat: STARTER_CAVEAT,
  sampleTypes: SAMPLE_TYPES,
  analytes: [
    ...BLOOD_COUNTS,
    ...LEUKOCYTE_DIFFERENTIAL,
    ...BLOOD_FILM,
    ...COAGULATION,
    ...ELECTROLYTES,
    ...RENAL,
    ...GLUCOSE,
    ...LIVER,
    ...LIPIDS,
    ...HAEMATINICS,
    ...CARDIAC,
    ...HORMONES,
    ...URINALYSIS,
    ...BLOOD_GROUP,
  ],
  tests: [...BLOOD_AND_URINE_TESTS, ...CHEMISTRY_TESTS],
  panels: PANELS,
  sources: SOURCES,
};
