import * as fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson, contentHash } from "./canonical-json";

it("R22 hashes the same content alike, in whatever order its keys stand", () => {
  expect(contentHash({ a: 1, b: { d: [1, 2], c: null } })).toBe(
    contentHash({ b: { c: null, d: [1, 2] }, a: 1 }),
  );
});

it("R22 hashes other content otherwise: another value, another order of lines", () => {
  const hashes = [{ a: [1, 2] }, { a: [2, 1] }, { a: ["1", 2] }, { a: [1, 2], b: null }].map(contentHash);
  expect(new Set(hashes).size).toBe(hashes.length);
});

it("R22 says the same as JSON, so that what is hashed is what is kept", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
