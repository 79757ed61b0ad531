import { z } from "zod";
import { loincProblem } from "@/lib/core/loinc";
import { line } from "@/lib/core/text";
import { unitProblem } from "@/lib/core/ucum";

export const Instant = z.iso.datetime({ offset: true });

/** What every record of the catalogue adds to what was put in. */
export const recorded = {
  version: z.int(),
  retiredAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
};

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

export const Section = line({ max: 60 }).meta({ example: "Haematology" });

function checked(text: z.ZodString, problemOf: (value: string) => string | null) {
  return text.superRefine((value, context) => {
    const problem = problemOf(value);
    if (problem) context.addIssue({ code: "custom", message: problem });
  });
}

/** @throws an issue for each code that is named a second time. */
export function checkOnce(codes: readonly string[], path: string, context: z.RefinementCtx): void {
  codes.forEach((code, place) => {
    if (codes.indexOf(code) < place) {
      context.addIssue({ code: "custom", path: [path, place], message: "This is named twice." });
    }
  });
}
