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
    "/./sign-in",
    "/orders/../welcome",
    // Read once, each of these begins with two slashes.
    "/..//evil.test",
    "/.//evil.test",
    "/%2e%2e//evil.test",
    "/%2E//evil.test",
    "/orders/..//evil.test",
    "/orders/../..//evil.test?x#y",
    null,
    undefined,
  ])("S19 does not follow %j", (path) => {
    expect(safeNextPath(path)).toBe("/");
  });

  // Of the pieces that addresses are read by: hardly any text at random is one.
  const piece = fc.constantFrom(
    ...[
      "/",
      "//",
      "\\",
      ".",
      "..",
      "%2e",
      "%2E%2e",
      "%2f",
      "%5c",
      ":",
      "@",
      "?",
      "#",
      ";",
      "\t",
      "\n",
      " ",
      "\0",
    ],
    ...["evil.test", "https:", "javascript:", "orders", "sign-in", "welcome", "％", "。"],
  );

  it("S19 never leaves the host, whatever is asked, and is read the same twice", () => {
    const asked = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join("")),
      fc.array(piece, { maxLength: 9 }).map((pieces) => `/${pieces.join("")}`),
    );
    fc.assert(
      fc.property(asked, (text) => {
        const next = safeNextPath(text);
        expect(next).toMatch(/^\/(?![/\\])/);
        expect(new URL(next, "https://demo.lims.test").origin).toBe("https://demo.lims.test");
        expect(safeNextPath(next)).toBe(next);
      }),
      { numRuns: 5000 },
    );
  });
});
