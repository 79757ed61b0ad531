import { DatabaseError } from "pg";
import { describe, expect, it } from "vitest";
import { faultOf } from "./log";

describe("M19 what the log says of a failure", () => {
  it("is what it was and where, also when it says nothing else of itself", () => {
    const fault = faultOf(new TypeError("x is not a function"));
    expect(fault).toMatchObject({ type: "TypeError" });
    expect(JSON.stringify(fault.at)).toContain("log.test.ts");
  });

  it("is the database's own word for it", () => {
    const error = new DatabaseError("duplicate key value", 20, "error");
    Object.assign(error, {
      code: "23505",
      constraint: "account_email",
      table: "account",
      detail: "Key (a@b.test)",
    });
    expect(faultOf(error)).toMatchObject({ state: "23505", constraint: "account_email", table: "account" });
  });

  it("S7 quotes nothing that somebody typed, however deep it lies", () => {
    const secret = "Quiet-Lantern-58-river";
    const inner = Object.assign(new Error(`invalid input syntax: "${secret}"`), {
      detail: secret,
      where: secret,
    });
    const outer = new Error(`${secret}\nand ${secret}`, { cause: inner });
    expect(JSON.stringify(faultOf(outer))).not.toContain(secret);
    expect(faultOf(outer)).toMatchObject({ type: "Error", cause: { type: "Error" } });
    for (const thrown of [secret, { secret }, null, undefined])
      expect(JSON.stringify(faultOf(thrown))).not.toContain(secret);
  });
});
