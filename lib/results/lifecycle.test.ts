import { describe, expect, it } from "vitest";
import { mayFollow, movesFrom } from "@/lib/core/lifecycle";
import { ResultState } from "@/lib/orders/schema";
import { resultLifecycle } from "./lifecycle";

describe("the life of a result", () => {
  it.each([
    ["pending", ["enter", "cancel"]],
    ["entered", ["correct", "verify", "retest", "cancel"]],
    ["verified", ["release", "retest", "cancel"]],
    ["released", ["amend", "withdraw"]],
    ["replaced", []],
    ["cancelled", []],
    ["withdrawn", []],
  ] as const)("lets one that is %s go on by %j and no other way", (state, moves) => {
    expect(movesFrom(resultLifecycle, state)).toEqual(moves);
  });

  it("knows the states that the database knows", () => {
    expect(Object.keys(resultLifecycle.states).sort()).toEqual([...ResultState.options].sort());
  });

  it("R16 R18 opens no way back from what has left the laboratory to where it could change", () => {
    const reached = new Set<ResultState>(["released"]);
    for (const state of reached) {
      for (const move of movesFrom(resultLifecycle, state)) reached.add(resultLifecycle.moves[move].to);
    }
    expect([...reached].sort()).toEqual(["released", "withdrawn"]);
  });

  it("R15 R17 releases only what was verified, and verifies only what was entered", () => {
    for (const state of ResultState.options) {
      expect(mayFollow(resultLifecycle, state, "release")).toBe(state === "verified");
      expect(mayFollow(resultLifecycle, state, "verify")).toBe(state === "entered");
    }
  });
});
