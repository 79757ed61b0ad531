import { describe, expect, it } from "vitest";
import { verificationItems, whatIsVerified } from "./verification-items";

const seen = (...ids: string[]) => ids.map((resultId) => ({ resultId, version: 2 }));

describe("verifying whole samples", () => {
  it("R15 names what this person may verify, in the versions that were seen", () => {
    expect(verificationItems([{ sampleId: "s", verifiable: seen("a", "b") }])).toEqual([
      { sampleId: "s", body: { resultIds: ["a", "b"], seen: seen("a", "b") } },
    ]);
  });

  it("says how much it is, and what of it is flagged", () => {
    expect(whatIsVerified([{ verifiable: seen("a"), flags: [] }])).toMatch(
      /^One value of this sample\. None is flagged\./,
    );
    expect(
      whatIsVerified([
        { verifiable: seen("a", "b"), flags: ["HH", "L"] },
        { verifiable: seen("c"), flags: ["H"] },
      ]),
    ).toMatch(/^Three values of these two\. Two samples have values outside .*, one of them critical\./);
  });
});
