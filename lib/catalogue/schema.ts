import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { line } from "@/lib/core/text";
import { CriticalLimit } from "./schema.intervals";
import { Code, checkOnce, Loinc, recorded, Section, Unit } from "./schema.words";

export type SampleType = z.infer<typeof SampleType>;
export const SampleType = z.object({
  id: Id,
  code: z.string().meta({ example: "blood-edta" }),
  name: z.string().meta({ example: "Blood, EDTA" }),
  container: z.string().meta({ example: "EDTA tube, 4 mL" }),
  cap: z.string().meta({ description: "Colour of the cap.", example: "lavender" }),
});

export type Choice = z.infer<typeof Choice>;
/** One value a coded analyte can take. */
export const Choice = z.strictObject({
  code: line({ max: 40 }),
  label: line({ max: 120 }),
  abnormal: z.boolean().default(false),
});

export const AnalyteKind = z.enum(["numeric", "coded", "text"]);
export type AnalyteKind = z.infer<typeof AnalyteKind>;

/** What is wrong with the list of values for an analyte of this kind, or null. */
export function choicesProblem(kind: AnalyteKind, choices: readonly Choice[]): string | null {
  if (kind === "coded" && choices.length === 0) return "A coded analyte needs its list of values.";
  if (kind !== "coded" && choices.length > 0) return "Only a coded analyte has a list of values.";
  return null;
}

export type NewAnalyte = z.infer<typeof NewAnalyte>;
export const NewAnalyte = z
  .strictObject({
    code: Code,
    name: line({ max: 120 }),
    section: Section,
    group: line({ max: 60 }).nullish().meta({ description: "Heading among the results." }),
    loinc: Loinc.nullish(),
    unit: Unit.nullish(),
    decimals: z.int().min(0).max(6).default(0),
    kind: AnalyteKind,
    method: line({ max: 200 }).nullish(),
    choices: z.array(Choice).max(100).default([]),
  })
  .superRefine((given, context) => {
    const problem = choicesProblem(given.kind, given.choices);
    if (problem) context.addIssue({ code: "custom", path: ["choices"], message: problem });
    checkChoices(given.choices, context);
  })
  .meta({
    example: {
      code: "HGB",
      name: "Haemoglobin",
      section: "Haematology",
      unit: "g/dL",
      decimals: 1,
      kind: "numeric",
    },
  });

export type AnalyteChange = z.infer<typeof AnalyteChange>;
/** Code and kind stay: results that were measured carry them. */
export const AnalyteChange = z
  .strictObject({
    name: line({ max: 120 }),
    section: Section,
    group: line({ max: 60 }).nullable(),
    loinc: Loinc.nullable(),
    unit: Unit.nullable(),
    decimals: z.int().min(0).max(6),
    method: line({ max: 200 }).nullable(),
    choices: z.array(Choice).max(100),
  })
  .partial()
  .superRefine((given, context) => checkChoices(given.choices ?? [], context))
  .meta({ example: { method: "Impedance" } });

/** An analyte as a line of a test or a panel. */
export const AnalyteLine = z.object({
  id: Id,
  code: z.string().meta({ example: "HGB" }),
  name: z.string().meta({ example: "Haemoglobin" }),
  section: z.string(),
  group: z.string().nullable(),
  loinc: z.string().nullable().meta({ example: "718-7" }),
  unit: z.string().nullable().meta({ example: "g/dL" }),
  decimals: z.int(),
  kind: AnalyteKind,
});
export type AnalyteLine = z.infer<typeof AnalyteLine>;

const SetLimit = z.object({ ...CriticalLimit.shape, id: Id });

/** The critical limits of an analyte, and the analyte's version. */
export const CriticalLimits = z.object({ limits: z.array(SetLimit), version: z.int() });

export const Analyte = AnalyteLine.extend({
  method: z.string().nullable(),
  choices: z.array(Choice),
  criticalLimits: z.array(SetLimit),
  ...recorded,
});
export type Analyte = z.infer<typeof Analyte>;

function checkChoices(choices: readonly Choice[], context: z.RefinementCtx): void {
  checkOnce(
    choices.map((choice) => choice.code),
    "choices",
    context,
  );
}
