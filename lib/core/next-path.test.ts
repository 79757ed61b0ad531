import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeNextPath } from "./next-path";

describe("the way on after signing in", () => {
  it.each(["/", "/orders", "/orders?state=placed", "/patients/1#history"])("keeps %s", (path) => {
    expect(safeNextPath(path)).toBe(path);
  });

  it.each([
    "//evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "/\t/evil.test",
    "/\n/evil.test",
    "https://evil.test",
    "javascript:alert(1)",
    "evil.test",
    " //evil.test",
    "/ /evil.test",
    "",
    "/sign-in?next=/",
    null,
    undefined,
  ])("S19 does not follow %j", (path) => {
    expect(safeNextPath(path)).toBe("/");
  });

  it("S19 never leaves the host, whatever is asked", () => {
    fc.assert(
      fc.property(fc.string(), (asked) => {
        const next = safeNextPath(asked);
        expect(new URL(next, "https://demo.lims.test").origin).toBe("https://demo.lims.test");
      }),
    );
  });
});
