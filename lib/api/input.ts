import { z } from "zod";
import { type FieldErrors, invalidFields, notFound, Problem } from "@/lib/core/problem";
import type { AnyOperation } from "@/lib/infra/operation";
import { snakePath } from "./wire";

/** What a door read from the request, still unchecked. Keys are camelCase already. */
export type RawInput = {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  idempotencyKey?: string | null;
  ifMatch?: number | null;
  /** Jobs only: under which name the answer is kept, so that the same step does nothing twice. */
  receipt?: string;
};

/**
 * The three parts of an operation's input, parsed.
 * @throws Problem "not_found" for an id that is none, "malformed_request" for a query that is not understood,
 *   "validation_failed" with every field for a body, "precondition_required" when the version is missing.
 */
export function readInput(
  op: AnyOperation,
  raw: RawInput,
): { params: unknown; query: unknown; body: unknown } {
  if (op.ifMatch === "required" && raw.ifMatch == null) {
    throw new Problem(
      "precondition_required",
      "Read the record first and send its ETag as If-Match, so that nobody's change is lost.",
    );
  }
  return {
    params: part(op.input.params, raw.params, () => notFound()),
    query: part(op.input.query, raw.query, (error) => new Problem("malformed_request", querySentence(error))),
    body: part(op.input.body, raw.body, (error) => invalidFields(fieldErrors(error))),
  };
}

/** An operation that asks for nothing is told nothing: what was meant would be lost in silence (S26). */
const nothing = z.strictObject({});

function part(
  schema: z.ZodType | undefined,
  value: unknown,
  refuse: (error: z.ZodError) => Problem,
): unknown {
  const parsed = (schema ?? nothing).safeParse(value ?? {});
  if (!parsed.success) throw refuse(parsed.error);
  return parsed.data;
}

function querySentence(error: z.ZodError): string {
  const issue = error.issues.find(({ code }) => code === "unrecognized_keys") ?? error.issues[0];
  if (issue?.code === "unrecognized_keys") {
    return `The parameter "${issue.keys.map(snakePath).join('", "')}" is not known here. Leave it out.`;
  }
  const name = snakePath(issue?.path.join(".") ?? "");
  return `The parameter "${name}" is not understood: ${issue?.message ?? "look at the documentation"}`;
}

/** Zod's issues by field path. An unknown field is reported at its own path. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  // A map: a field that somebody called "constructor" is a field like any other.
  const errors = new Map<string, string[]>();
  const add = (path: PropertyKey[], message: string) => {
    const key = path.map(String).join(".") || "body";
    errors.set(key, [...(errors.get(key) ?? []), message]);
  };
  for (const issue of error.issues.slice(0, 100)) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys.slice(0, 20)) {
        add([...issue.path, key], "This field is not known here. Leave it out.");
      }
    } else {
      add(issue.path, issue.message);
    }
  }
  return Object.fromEntries(errors);
}

z.config({
  customError: (issue) => {
    if (issue.code === "invalid_type" && issue.input === undefined) return "This is needed.";
    if (issue.code === "invalid_type") return `This must be ${kinds[issue.expected] ?? issue.expected}.`;
    if (issue.code === "too_small" && issue.origin === "string") {
      return issue.minimum === 1 ? "This is needed." : `Use at least ${issue.minimum} characters.`;
    }
    if (issue.code === "too_big" && issue.origin === "string")
      return `Use at most ${issue.maximum} characters.`;
    if (issue.code === "too_small" && issue.origin !== "array") return `Use ${issue.minimum} or more.`;
    if (issue.code === "too_big" && issue.origin !== "array") return `Use at most ${issue.maximum}.`;
    if (issue.code === "invalid_format") return formats[issue.format] ?? "This is not understood.";
    if (issue.code === "too_big" && issue.origin === "array") return `Send at most ${issue.maximum} at once.`;
    if (issue.code === "too_small" && issue.origin === "array") return `Give at least ${issue.minimum}.`;
    if (issue.code === "invalid_value") return `Choose one of: ${issue.values.map(String).join(", ")}.`;
    return undefined;
  },
});

const formats: Record<string, string> = {
  date: "Write a day of the calendar as YYYY-MM-DD.",
  datetime: "Write a moment with its offset, like 2026-11-20T08:15:00Z.",
};

const kinds: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};
