import { z } from "zod";
import { ageBoundProblem, boundKey } from "@/lib/core/age";
import { Id } from "@/lib/core/ids";
import { compareDecimals, isPlainDecimal } from "@/lib/core/quantity";
import { line } from "@/lib/core/text";
import { recorded } from "./schema.words";

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
