import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { line } from "@/lib/core/text";
import { AnalyteLine, SampleType } from "./schema";
import { Code, checkOnce, Instant, Loinc, recorded, Section } from "./schema.words";

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
