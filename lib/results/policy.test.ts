import { describe, expect, it } from "vitest";
import { SampleState } from "@/lib/orders/schema";
import {
  type Missing,
  missingInWords,
  releaseProblem,
  whyNotAmend,
  whyNotEnter,
  whyNotNotify,
  whyNotVerify,
} from "./policy";

describe("R15 who verifies", () => {
  const somebody = { memberId: "me", allowsSelfVerification: false };
  it.each([
    ["somebody else's entry", { enteredById: "you" }, somebody, null],
    ["their own entry", { enteredById: "me" }, somebody, "entered by you"],
    [
      "their own, where it is permitted",
      { enteredById: "me" },
      { ...somebody, allowsSelfVerification: true },
      null,
    ],
    [
      "anything, as nobody in person",
      { enteredById: "you" },
      { ...somebody, memberId: null },
      "done in person",
    ],
  ])("of %s", (_, result, who, reason) => {
    expect(whyNotVerify(result, who)).toBe(reason);
  });
});

describe("R11 where values are entered", () => {
  it("is at a sample that has arrived, whatever became of it since", () => {
    const open = SampleState.options.filter((state) => whyNotEnter(state) === null);
    expect(open).toEqual(["accessioned", "in_process", "completed", "stored", "disposed"]);
  });

  it("says what to do where it cannot be", () => {
    expect(whyNotEnter("collected")).toContain("accession it first");
    expect(whyNotEnter("rejected")).toContain("stands in for it");
  });
});

describe("R17 what a release leaves behind", () => {
  const missing = (names: string[]): Missing[] =>
    names.map((analyteName) => ({
      ...{ resultId: analyteName, analyteCode: analyteName, analyteName, testName: "Electrolytes" },
      state: "entered",
    }));

  it("is named, a few and how many more", () => {
    expect(missingInWords(missing(["Sodium"]))).toBe("Sodium is not verified");
    expect(missingInWords(missing([..."abcdefgh"]))).toMatch(
      /^a is not verified, .*f is not verified, and 2 more$/,
    );
  });

  it("is no matter when there is nothing, or the report says so", () => {
    expect(releaseProblem([], false)).toBeNull();
    expect(releaseProblem(missing(["Sodium"]), true)).toBeNull();
    expect(releaseProblem(missing(["Sodium"]), false)?.code).toBe("illegal_move");
  });
});

describe("R18 what is amended", () => {
  const result = { state: "released" as const, isSuperseded: false, openAmendmentId: null };
  it("is released, stands, and has no other amendment under way", () => {
    expect(whyNotAmend(result)).toBeNull();
    expect(whyNotAmend({ ...result, state: "entered" })).toContain("Correct it");
    expect(whyNotAmend({ ...result, isSuperseded: true })).toContain("superseded");
    expect(whyNotAmend({ ...result, openAmendmentId: "x" })).toContain("open already");
  });
});

describe("R19 what somebody is called about", () => {
  it("is a critical value that stands", () => {
    expect(whyNotNotify({ state: "entered", flag: "HH" })).toBeNull();
    expect(whyNotNotify({ state: "released", flag: "LL" })).toBeNull();
    expect(whyNotNotify({ state: "released", flag: "H" })).toContain("not critical");
    expect(whyNotNotify({ state: "replaced", flag: "HH" })).toContain("replaced");
  });
});
