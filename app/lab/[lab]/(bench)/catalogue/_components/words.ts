import type { AnalyteKind } from "@/lib/catalogue/schema";
import type { ReferenceInterval, Source } from "@/lib/catalogue/schema.intervals";
import type { AgeBound } from "@/lib/core/age";

export const kindWords: Record<AnalyteKind, string> = {
  numeric: "Number",
  coded: "One of a list",
  text: "Free text",
};

const ageUnits = { h: "hour", d: "day", mo: "month", a: "year" } as const;

export const ageUnitChoices = [
  { value: "a", label: "years" },
  { value: "mo", label: "months" },
  { value: "d", label: "days" },
  { value: "h", label: "hours" },
];

function ageWords({ value, unit }: AgeBound): string {
  return `${value} ${ageUnits[unit]}${value === 1 ? "" : "s"}`;
}

type Ages = { ageFrom?: AgeBound | null | undefined; ageTo?: AgeBound | null | undefined };

/** "18 years and older", "1 day to below 30 days", "every age" */
export function agesWords({ ageFrom, ageTo }: Ages): string {
  if (ageFrom && ageTo) return `${ageWords(ageFrom)} to below ${ageWords(ageTo)}`;
  if (ageFrom) return `${ageWords(ageFrom)} and older`;
  return ageTo ? `below ${ageWords(ageTo)}` : "every age";
}

/** "Females", "Everyone, pregnant" */
export function whoWords({ sex, pregnant }: Pick<ReferenceInterval, "sex" | "pregnant">): string {
  const who = sex === null ? "Everyone" : sex === "female" ? "Females" : "Males";
  if (pregnant === null) return who;
  return `${who}, ${pregnant ? "pregnant" : "not pregnant"}`;
}

/** "4.3 – 6.2", "≥ 60", "≤ 5" */
export function limitsWords({
  low,
  high,
}: {
  low?: string | null | undefined;
  high?: string | null | undefined;
}) {
  const minus = (limit: string) => limit.replace("-", "−");
  if (low && high) return `${minus(low)} – ${minus(high)}`;
  if (low) return `≥ ${minus(low)}`;
  return high ? `≤ ${minus(high)}` : "";
}

export function sourceWords(source: Source | null | undefined): string {
  if (!source) return "";
  return [source.title, source.year, source.locator].filter(Boolean).join(", ");
}

/** "1 day", "4 h", "90 min": a turnaround limit in minutes. */
export function turnaroundWords(minutes: number): string {
  if (minutes % 1440 === 0) return minutes === 1440 ? "1 day" : `${minutes / 1440} days`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}
