import type { JudgedAnalyte } from "@/lib/catalogue/repository";
import { ageAt } from "@/lib/core/age";
import {
  criticalFor,
  type Flag,
  type Interval,
  intervalFor,
  type JudgedValue,
  judge,
  type Subject,
} from "@/lib/core/interval";
import { parseQuantity } from "@/lib/core/quantity";

/** The facts about a person and a tube that a value is judged by. */
export type SubjectFacts = {
  sex: Subject["sex"];
  birthDate: string | null;
  pregnant: boolean | null;
  sampleType: string;
  collectedAt: Date | null;
  accessionedAt: Date | null;
};

/** What a result keeps of the interval it was judged by (R9). */
export type IntervalKept = Omit<Interval, "low" | "high" | "text"> & {
  low: string | null;
  high: string | null;
  text: string | null;
};

export type LimitKept = { low: string | null; high: string | null };

/** What follows from judging a value, copied to its result. */
export type Judgement = {
  flag: Flag;
  unit: string | null;
  decimals: number;
  method: string | null;
  interval: IntervalKept | null;
  criticalLimit: LimitKept | null;
  catalogueVersion: number;
};

/** A value as it was typed, before it is read. */
export type TypedValue = {
  value: string;
  unit?: string | null | undefined;
  abnormal?: boolean | null | undefined;
};

export type ReadValue =
  | { ok: true; value: string; abnormal: boolean | null; judged: JudgedValue }
  | { ok: false; field: "value" | "unit" | "abnormal"; reason: string };

/** Age counts at collection (R1); where that was not recorded, at the bench. */
export function subjectOf(facts: SubjectFacts, timeZone: string): Subject {
  const { sex, birthDate, pregnant, sampleType, collectedAt, accessionedAt } = facts;
  return { sex, pregnant, sampleType, age: ageAt(birthDate, collectedAt ?? accessionedAt, timeZone) };
}

/** Reads a typed value as its analyte can have it (R11), or says in words what is wrong with it. */
export function readValue(analyte: JudgedAnalyte, typed: TypedValue): ReadValue {
  const wrongUnit = unitProblem(analyte, typed.unit);
  if (wrongUnit) return { ok: false, field: "unit", reason: wrongUnit };
  if (analyte.kind !== "text" && typeof typed.abnormal === "boolean") {
    return {
      ok: false,
      field: "abnormal",
      reason: "Only a text is marked by hand; this is flagged by its value.",
    };
  }
  switch (analyte.kind) {
    case "numeric":
      return readNumber(typed.value, analyte.decimals);
    case "coded":
      return readChoice(typed.value, analyte.choices);
    case "text":
      return readText(typed.value, typed.abnormal ?? undefined);
  }
}

/** Judges a value by what applies to the person now, and keeps what it was judged by. */
export function judgeValue(analyte: JudgedAnalyte, subject: Subject, judged: JudgedValue | null): Judgement {
  const { unit, decimals, method, version: catalogueVersion } = analyte;
  const interval = intervalFor(analyte.intervals, subject);
  const limit = analyte.kind === "numeric" ? criticalFor(analyte.limits, subject.age) : null;
  return {
    flag: judged && judge(judged, interval, limit),
    ...{ unit, decimals, method, catalogueVersion },
    interval: interval && keptInterval(interval),
    criticalLimit: limit && { low: limit.low ?? null, high: limit.high ?? null },
  };
}

// The value was accepted with its analyte's decimals when it was entered.
const ANY_DECIMALS = 20;

/** A stored value as it can be judged again. Null when there is none. */
export function storedValue(result: {
  kind: JudgedValue["kind"];
  value: string | null;
  abnormal: boolean | null;
}): JudgedValue | null {
  const { kind, value, abnormal } = result;
  if (value === null) return null;
  if (kind === "coded") return { kind, abnormal: abnormal ?? false };
  if (kind === "text") return { kind, abnormal: abnormal ?? undefined };
  const parsed = parseQuantity(value, { decimals: ANY_DECIMALS });
  return parsed.ok ? { kind, quantity: parsed.quantity } : null;
}

/** True when the flag or what it was judged by says something else than before. */
export function judgesDifferently(
  before: { flag: string | null; interval: LimitKept | null; criticalLimit: LimitKept | null },
  after: Judgement,
): boolean {
  return (
    before.flag !== after.flag ||
    limitsOf(before.interval) !== limitsOf(after.interval) ||
    limitsOf(before.criticalLimit) !== limitsOf(after.criticalLimit)
  );
}

function limitsOf(limits: (LimitKept & { text?: string | null }) | null): string {
  return JSON.stringify([limits?.low ?? null, limits?.high ?? null, limits?.text ?? null]);
}

function unitProblem({ name, unit }: JudgedAnalyte, given: string | null | undefined): string | null {
  if (given === null || given === undefined || given === unit) return null;
  if (unit === null) return `${name} is reported without a unit; this value came in ${given}.`;
  return `${name} is reported in ${unit}; this value came in ${given}. It is not converted: enter it in ${unit}.`;
}

function readNumber(typed: string, decimals: number): ReadValue {
  const parsed = parseQuantity(typed, { decimals });
  if (!parsed.ok) return { ok: false, field: "value", reason: parsed.reason };
  const { quantity } = parsed;
  return { ok: true, value: quantity.text, abnormal: null, judged: { kind: "numeric", quantity } };
}

/** A choice is named by its code or its label; the label is what is kept and printed. */
function readChoice(typed: string, choices: JudgedAnalyte["choices"]): ReadValue {
  const wanted = typed.trim().toLowerCase();
  const choice =
    choices.find(({ code }) => code.toLowerCase() === wanted) ??
    choices.find(({ label }) => label.toLowerCase() === wanted);
  if (!choice) {
    const list = choices.map(({ label }) => label).join(", ");
    return { ok: false, field: "value", reason: `This is not among its values: ${list}.` };
  }
  const { label, abnormal } = choice;
  return { ok: true, value: label, abnormal, judged: { kind: "coded", abnormal } };
}

function readText(typed: string, abnormal: boolean | undefined): ReadValue {
  return { ok: true, value: typed.trim(), abnormal: abnormal ?? null, judged: { kind: "text", abnormal } };
}

function keptInterval(interval: Interval): IntervalKept {
  const { id, sex, ageFrom, ageTo, pregnant, sampleType, low, high, text } = interval;
  return {
    ...(id && { id }),
    ...(sex && { sex }),
    ...(ageFrom && { ageFrom }),
    ...(ageTo && { ageTo }),
    ...(typeof pregnant === "boolean" && { pregnant }),
    ...(sampleType && { sampleType }),
    low: low ?? null,
    high: high ?? null,
    text: text ?? null,
  };
}
