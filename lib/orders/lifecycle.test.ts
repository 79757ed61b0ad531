import { describe, expect, it } from "vitest";
import { follow, mayFollow } from "@/lib/core/lifecycle";
import { orderLifecycle } from "./lifecycle";
import { OrderState } from "./schema";

// The life of an order, written out: every other pair of state and move is refused.
const allowed: Record<string, string> = {
  "placed begin": "in_progress",
  "placed complete": "completed",
  "in_progress complete": "completed",
  "completed reopen": "in_progress",
  "placed cancel": "cancelled",
  "in_progress cancel": "cancelled",
};

const moves = ["begin", "complete", "reopen", "cancel"] as const;

describe("the life of an order", () => {
  it("begins when it is placed, and knows exactly these states and moves", () => {
    expect(orderLifecycle.initial).toBe("placed");
    expect(Object.keys(orderLifecycle.states)).toEqual(OrderState.options);
    expect(Object.keys(orderLifecycle.moves)).toEqual(moves);
  });

  for (const state of OrderState.options) {
    for (const move of moves) {
      const to = allowed[`${state} ${move}`];
      it(to ? `goes from ${state} to ${to} by ${move}` : `refuses ${move} while ${state}`, () => {
        expect(mayFollow(orderLifecycle, state, move)).toBe(to !== undefined);
        if (to) expect(follow(orderLifecycle, state, move)).toBe(to);
        else expect(() => follow(orderLifecycle, state, move)).toThrow(/^This order is .+ now\.$/);
      });
    }
  }
});
