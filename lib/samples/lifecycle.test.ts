import { describe, expect, it } from "vitest";
import { follow, mayFollow } from "@/lib/core/lifecycle";
import { SampleState } from "@/lib/orders/schema";
import { sampleLifecycle } from "./lifecycle";

// The life of a sample, written out: every other pair of state and move is refused.
const allowed: Record<string, string> = {
  "expected collect": "collected",
  "expected accession": "accessioned",
  "collected accession": "accessioned",
  "accessioned begin": "in_process",
  "accessioned complete": "completed",
  "in_process complete": "completed",
  "completed store": "stored",
  "stored dispose": "disposed",
  "expected reject": "rejected",
  "collected reject": "rejected",
  "accessioned reject": "rejected",
  "in_process reject": "rejected",
  "completed reject": "rejected",
  "expected cancel": "cancelled",
  "collected cancel": "cancelled",
};

const moves = ["collect", "accession", "begin", "complete", "store", "dispose", "reject", "cancel"] as const;

describe("the life of a sample", () => {
  it("begins as expected, and knows exactly these states and moves", () => {
    expect(sampleLifecycle.initial).toBe("expected");
    expect(Object.keys(sampleLifecycle.states)).toEqual(SampleState.options);
    expect(Object.keys(sampleLifecycle.moves)).toEqual(moves);
  });

  for (const state of SampleState.options) {
    for (const move of moves) {
      const to = allowed[`${state} ${move}`];
      it(to ? `goes from ${state} to ${to} by ${move}` : `refuses ${move} while ${state}`, () => {
        expect(mayFollow(sampleLifecycle, state, move)).toBe(to !== undefined);
        if (to) expect(follow(sampleLifecycle, state, move)).toBe(to);
        else expect(() => follow(sampleLifecycle, state, move)).toThrow(/^This sample is .+ now\.$/);
      });
    }
  }
});
