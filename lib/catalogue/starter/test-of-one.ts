import type { Analyte, Test, Turnaround } from "./shape";

/** Turnaround targets in minutes, by how a general laboratory runs the work. Examples, see {@link Test}. */
export const TURNAROUND = {
  core: { routine: 240, urgent: 90, stat: 60 },
  immunoassay: { routine: 480, urgent: 180, stat: 120 },
  daily: { routine: 1440, urgent: 480, stat: 240 },
} as const satisfies Record<string, Turnaround>;

type Terms = Pick<Test, "sampleType" | "price" | "turnaroundMinutes" | "collection">;

/** A test that reports one analyte and is known by its code, name and LOINC. */
export const testOfOne = (
  { code, name, loinc, section }: Pick<Analyte, "code" | "name" | "loinc" | "section">,
  terms: Terms,
): Test => ({ code, name, loinc, section, analytes: [code], ...terms, illustrative: true });
