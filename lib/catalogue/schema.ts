import { z } from "zod";
import { ageBoundProblem, boundKey } from "@/lib/core/age";
import { Id } from "@/lib/core/ids";
import { loincProblem } from "@/lib/core/loinc";
import { compareDecimals, isPlainDecimal } from "@/lib/core/quantity";
import { line } from "@/lib/core/text";
import { unitProblem } from "@/lib/core/ucum";

const Instant = z.iso.datetime({ offset: true });

/** What every record of the catalogue adds to what was put in. */
const recorded = { version: z.int(), retiredAt: Instant.nullable(), createdAt: Instant, updatedAt: Instant };

/** Names a test, a panel or an analyte on orders, price lists and in addresses. It never changes. */
export const Code = z
  .string()
  .normalize()
  .max(32, "Use at most 32 characters.")
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, "Use letters, digits, dots, hyphens and underscores, no spaces.")
  .meta({ example: "FBC" });

export const Loinc = checked(z.string().trim().max(20), loincProblem).meta({ example: "718-7" });

export const Unit = checked(z.string().trim().max(60), unitProblem).meta({
  description: "UCUM, case-sensitive.",
  example: "g/dL",
});

/** A limit, in the analyte's unit. */
export const Limit = z
  .string()
  .trim()
  .max(20)
  .regex(/^-?\d+(\.\d+)?$/, "Write a plain decimal number with a point, as in 13.5.")
  .meta({ example: "13.5" });

export type AgeBound = z.infer<typeof AgeBound>;
export const AgeBound = z
  .strictObject({ value: z.number(), unit: z.enum(["h", "d", "mo", "a"]) })
  .superRefine((bound, context) => {
    const problem = ageBoundProblem(bound);
    if (problem) context.addIssue({ code: "custom", message: problem });
  })
  .meta({
    description: "Age at collection: hours, days, months or years.",
    example: { value: 18, unit: "a" },
  });

export type Source = z.infer<typeof Source>;
/** Where a figure comes from. */
export const Source = z.strictObject({
  title: line({ max: 300 }),
  year: z.int().min(1800).max(2200).optional(),
  locator: line({ max: 500 }).optional(),
});

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

const Ages = {
  ageFrom: AgeBound.nullish().meta({ description: "Inclusive. Absent: from birth." }),
  ageTo: AgeBound.nullish().meta({ description: "Exclusive. Absent: no end." }),
};
const Limits = { low: Limit.nullish(), high: Limit.nullish() };

export type CriticalLimit = z.infer<typeof CriticalLimit>;
/** Limits beyond which somebody is called. They belong to the analyte, and may depend on age. */
export const CriticalLimit = z
  .strictObject({ ...Ages, ...Limits, source: Source.nullish() })
  .superRefine((given, context) => {
    checkOrder(given, context);
    if ((given.low ?? given.high ?? null) === null) {
      context.addIssue({
        code: "custom",
        path: ["low"],
        message: "Give a low limit, a high limit, or both.",
      });
    }
  });

export type NewInterval = z.infer<typeof NewInterval>;
export const NewInterval = z
  .strictObject({
    sex: z.enum(["female", "male"]).nullish(),
    ...Ages,
    pregnant: z.boolean().nullish(),
    sampleType: z
      .string()
      .max(64)
      .nullish()
      .meta({ description: "Code of a sample type.", example: "serum-gel" }),
    ...Limits,
    text: line({ max: 400 })
      .nullish()
      .meta({ description: "Printed as written beside the limits.", example: "Recommended: <200" }),
    source: Source.nullish(),
  })
  .superRefine((given, context) => {
    checkOrder(given, context);
    if ((given.low ?? given.high ?? given.text ?? null) === null) {
      context.addIssue({
        code: "custom",
        path: ["low"],
        message: "Give a low limit, a high limit, or a text.",
      });
    }
    if (given.pregnant && given.sex === "male") {
      context.addIssue({ code: "custom", path: ["pregnant"], message: "This cannot be of a male." });
    }
  })
  .meta({ example: { sex: "female", ageFrom: { value: 18, unit: "a" }, low: "11.7", high: "15.3" } });

export type ReferenceInterval = z.infer<typeof ReferenceInterval>;
export const ReferenceInterval = z.object({
  id: Id,
  analyteId: Id,
  sex: z.enum(["female", "male"]).nullable(),
  ageFrom: AgeBound.nullable(),
  ageTo: AgeBound.nullable(),
  pregnant: z.boolean().nullable(),
  sampleType: z.string().nullable(),
  low: z.string().nullable(),
  high: z.string().nullable(),
  text: z.string().nullable(),
  source: Source.nullable(),
  ...recorded,
});

export const AnalyteKind = z.enum(["numeric", "coded", "text"]);
export type AnalyteKind = z.infer<typeof AnalyteKind>;

/** What is wrong with the list of values for an analyte of this kind, or null. */
export function choicesProblem(kind: AnalyteKind, choices: readonly Choice[]): string | null {
  if (kind === "coded" && choices.length === 0) return "A coded analyte needs its list of values.";
  if (kind !== "coded" && choices.length > 0) return "Only a coded analyte has a list of values.";
  return null;
}

const Section = line({ max: 60 }).meta({ example: "Haematology" });

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

/** In minutes from the order, by its priority. */
export const Turnaround = z.strictObject({
  routine: z.int().min(1).max(129_600),
  urgent: z.int().min(1).max(129_600),
  stat: z.int().min(1).max(129_600),
});
export type Turnaround = z.infer<typeof Turnaround>;

const TestFields = {
  name: line({ max: 120 }).meta({ example: "Full blood count" }),
  loinc: Loinc.nullish(),
  section: Section,
  sampleType: z.string().max(64).meta({ description: "Code of a sample type.", example: "blood-edta" }),
  collection: line({ max: 300 })
    .nullish()
    .meta({ description: "A special way of taking it; tests share a tube only when they agree in this." }),
  turnaroundMinutes: Turnaround,
  analytes: z
    .array(Code)
    .min(1)
    .max(100)
    .meta({ description: "Codes of analytes, in the order of the report." }),
};

export const NewTest = z
  .strictObject({
    code: Code,
    ...TestFields,
    turnaroundMinutes: Turnaround.default({ routine: 1440, urgent: 240, stat: 60 }),
  })
  .superRefine((given, context) => checkOnce(given.analytes, "analytes", context));
export type NewTest = z.infer<typeof NewTest>;

export const TestChange = z
  .strictObject(TestFields)
  .partial()
  .superRefine((given, context) => checkOnce(given.analytes ?? [], "analytes", context))
  .meta({ example: { name: "Complete blood count" } });
export type TestChange = z.infer<typeof TestChange>;

export const Test = z.object({
  id: Id,
  code: z.string().meta({ example: "FBC" }),
  name: z.string().meta({ example: "Full blood count" }),
  loinc: z.string().nullable(),
  section: z.string(),
  sampleType: SampleType,
  collection: z.string().nullable(),
  turnaroundMinutes: Turnaround,
  analytes: z.array(AnalyteLine),
  ...recorded,
});
export type Test = z.infer<typeof Test>;

const PanelFields = {
  name: line({ max: 120 }).meta({ example: "Lipid profile" }),
  loinc: Loinc.nullish(),
  tests: z.array(Code).min(1).max(100).meta({ description: "Codes of tests." }),
};

export const NewPanel = z
  .strictObject({ code: Code, ...PanelFields })
  .superRefine((given, context) => checkOnce(given.tests, "tests", context));
export type NewPanel = z.infer<typeof NewPanel>;

export const PanelChange = z
  .strictObject(PanelFields)
  .partial()
  .superRefine((given, context) => checkOnce(given.tests ?? [], "tests", context))
  .meta({ example: { name: "Lipid profile, fasting" } });
export type PanelChange = z.infer<typeof PanelChange>;

export const Panel = z.object({
  id: Id,
  code: z.string().meta({ example: "LIPID" }),
  name: z.string().meta({ example: "Lipid profile" }),
  loinc: z.string().nullable(),
  tests: z.array(z.object({ id: Id, code: z.string(), name: z.string(), section: z.string() })),
  analytes: z.array(AnalyteLine),
  ...recorded,
});
export type Panel = z.infer<typeof Panel>;

/** What a test or a panel costs, in minor units of the laboratory's currency. */
export const Price = z.object({
  code: z.string().meta({ example: "FBC" }),
  kind: z.enum(["test", "panel"]),
  name: z.string(),
  amount: z.int().meta({ example: 1200 }),
  currency: z.string().meta({ example: "USD" }),
  version: z.int(),
  updatedAt: Instant,
});
export type Price = z.infer<typeof Price>;

export const NewPrice = z
  .strictObject({ amount: z.int().min(0).max(2_000_000_000) })
  .meta({ example: { amount: 1200 } });

function checked(text: z.ZodString, problemOf: (value: string) => string | null) {
  return text.superRefine((value, context) => {
    const problem = problemOf(value);
    if (problem) context.addIssue({ code: "custom", message: problem });
  });
}

type Ordered = z.infer<z.ZodObject<typeof Ages & typeof Limits>>;

function checkOrder({ ageFrom, ageTo, low, high }: Ordered, context: z.RefinementCtx): void {
  // What is wrong by itself has been said by then, and cannot be compared.
  const isWrong = (bound: AgeBound) => ageBoundProblem(bound) !== null;
  if (ageFrom && ageTo && !isWrong(ageFrom) && !isWrong(ageTo) && boundKey(ageFrom) >= boundKey(ageTo)) {
    context.addIssue({
      code: "custom",
      path: ["ageTo"],
      message: "The age it ends at must lie above the age it begins at.",
    });
  }
  if (low && high && isPlainDecimal(low) && isPlainDecimal(high) && compareDecimals(low, high) >= 0) {
    context.addIssue({
      code: "custom",
      path: ["high"],
      message: "The high limit must lie above the low one.",
    });
  }
}

function checkChoices(choices: readonly Choice[], context: z.RefinementCtx): void {
  checkOnce(
    choices.map((choice) => choice.code),
    "choices",
    context,
  );
}

function checkOnce(codes: readonly string[], path: string, context: z.RefinementCtx): void {
  codes.forEach((code, place) => {
    if (codes.indexOf(code) < place) {
      context.addIssue({ code: "custom", path: [path, place], message: "This is named twice." });
    }
  });
}
