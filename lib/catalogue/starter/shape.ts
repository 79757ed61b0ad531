import type { AgeBound } from "@/lib/core/age";
import type { SourceKey } from "./sources";

export type Section =
  | "Haematology"
  | "Coagulation"
  | "Chemistry"
  | "Endocrinology"
  | "Urinalysis"
  | "Immunohaematology";

export type SampleType = {
  code: string;
  name: string;
  container: string;
  cap: "lavender" | "gold" | "blue" | "green" | "red" | "grey" | "none";
  collection?: string;
};

/**
 * A reference interval. Limits are decimal strings in the analyte's unit and lie inside the interval;
 * age runs from `ageFrom` (inclusive) to `ageTo` (exclusive). What is left out does not matter to it.
 */
export type Interval = {
  sex?: "female" | "male";
  ageFrom?: AgeBound;
  ageTo?: AgeBound;
  pregnant?: boolean;
  low?: string;
  high?: string;
  /** Printed as written, beside the limits. */
  text?: string;
  source: SourceKey;
};

/** A value below `low` or above `high` is critical. Ages as in {@link Interval}. */
export type CriticalLimit = {
  ageFrom?: AgeBound;
  ageTo?: AgeBound;
  low?: string;
  high?: string;
  source: SourceKey;
};

export type Choice = { code: string; label: string; abnormal: boolean };

export type Analyte = {
  code: string;
  name: string;
  section: Section;
  /** Heading in the result grid. */
  group?: string;
  loinc: string;
  /** UCUM. */
  unit: string | null;
  decimals: number;
  kind: "numeric" | "coded" | "text";
  method: string;
  choices?: readonly Choice[];
  intervals: readonly Interval[];
  critical: readonly CriticalLimit[];
};

export type Turnaround = { routine: number; urgent: number; stat: number };

export type Test = {
  code: string;
  name: string;
  loinc?: string;
  section: Section;
  sampleType: string;
  analytes: readonly string[];
  turnaroundMinutes: Turnaround;
  /** Minor units of US dollars. */
  price: number;
  /** Asks for a tube of its own: samples are shared only by tests with the same instruction. */
  collection?: string;
  /** Price and turnaround are examples for the laboratory to replace; they have no clinical source. */
  illustrative: true;
};

/** Test and panel codes share one namespace: both are what an order or a price names. */
export type Panel = {
  code: string;
  name: string;
  loinc?: string;
  tests: readonly string[];
  /** Minor units of US dollars. */
  price: number;
  /** As for {@link Test}. */
  illustrative: true;
};
