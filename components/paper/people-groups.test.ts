import { describe, expect, it } from "vitest";
import type { ReportedLine } from "@/lib/reports/content";
import { reportContent, reportedLine } from "@/tests/support/paper-content";
import { peopleGroups } from "./people-groups";

const groupsOf = (...sections: [heading: string, lines: ReportedLine[]][]) =>
  peopleGroups(
    reportContent({
      sections: sections.map(([heading, lines]) => ({ heading, lines, sampleBarcode: "X-1" })),
    }),
  );

describe("who did what", () => {
  it("R21 names people and times once for tests that share them", () => {
    const groups = groupsOf(["Full blood count", [reportedLine()]], ["Lipid profile", [reportedLine()]]);
    expect(groups).toEqual([
      {
        what: "All tests",
        performed: "Tess Technician, 20 Nov 2026, 06:41",
        verified: "Sam Scientist, 20 Nov 2026, 06:52",
        released: "Pat Pathologist, 20 Nov 2026, 09:31",
        selfVerified: false,
      },
    ]);
  });

  it("gives lines of other people a row of their own, by name", () => {
    const other = reportedLine({ analyte: "Sodium", verifiedBy: "Sasha Scientist" });
    const groups = groupsOf(["Chemistry", [reportedLine(), reportedLine(), other]]);
    expect(groups.map(({ what }) => what)).toEqual(["Chemistry", "Chemistry: Sodium"]);
    expect(groups[1]?.verified).toContain("Sasha Scientist");
  });

  it("R15 never hides a line verified by the one who performed it among the others", () => {
    const alone = reportedLine({ analyte: "Sodium", selfVerified: true });
    expect(groupsOf(["Chemistry", [reportedLine(), alone]]).map(({ selfVerified }) => selfVerified)).toEqual([
      false,
      true,
    ]);
  });

  it("leaves out what is pending or cancelled", () => {
    expect(groupsOf(["Chemistry", [reportedLine({ state: "pending", value: null })]])).toEqual([]);
  });
});
