import type { ReportContent, ReportedLine } from "@/lib/reports/content";
import { timeSpan } from "./times";

/** Lines that the same people performed, verified and released. */
export interface PeopleGroup {
  /** The section, and which of its lines when the others had other people. */
  what: string;
  performed: string;
  verified: string;
  released: string;
  selfVerified: boolean;
}

/** Who did what and when. Tests of the same people at the same times share a row. */
export function peopleGroups({ sections, laboratory: { timeZone } }: ReportContent): PeopleGroup[] {
  const groups = sections.flatMap(({ heading, lines }) =>
    bySamePeople(lines.filter(({ state }) => state === "released")).map((group, index) => ({
      what: index === 0 ? heading : `${heading}: ${group.map(({ analyte }) => analyte).join(", ")}`,
      performed: personAndTimes(group, "performedBy", "performedAt", timeZone),
      verified: personAndTimes(group, "verifiedBy", "verifiedAt", timeZone),
      released: personAndTimes(group, "releasedBy", "releasedAt", timeZone),
      selfVerified: group.some(({ selfVerified }) => selfVerified),
    })),
  );
  const rows = new Map<string, PeopleGroup>();
  for (const { what, ...people } of groups) {
    const key = JSON.stringify(people);
    rows.set(key, { ...people, what: [rows.get(key)?.what, what].filter(Boolean).join("; ") });
  }
  const [only, ...others] = rows.values();
  return only && others.length === 0 && groups.length > 1
    ? [{ ...only, what: "All tests" }]
    : [...rows.values()];
}

/** The largest group first: it stands for the section. */
function bySamePeople(lines: ReportedLine[]): ReportedLine[][] {
  const groups = new Map<string, ReportedLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.performedBy, line.verifiedBy, line.releasedBy, line.selfVerified]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

function personAndTimes(
  group: ReportedLine[],
  person: "performedBy" | "verifiedBy" | "releasedBy",
  instant: "performedAt" | "verifiedAt" | "releasedAt",
  timeZone: string,
): string {
  const instants = group.flatMap((line) => line[instant] ?? []);
  return [group[0]?.[person] ?? "not recorded", timeSpan(instants, timeZone)].filter(Boolean).join(", ");
}
