import { expect, it } from "vitest";
import { changedOnly } from "./changed-only";

it("sends only what was changed, so that another person's change of the rest stays", () => {
  const before = { phone: null, address: "1 Test Street", sex: "male", email: null };
  const body = { phone: null, address: null, sex: "male", email: "a@b.test" };
  expect(changedOnly(body, before)).toEqual({ address: null, email: "a@b.test" });
});

it("takes a field that is missing for one that is empty", () => {
  expect(changedOnly({ phone: null }, {})).toEqual({});
});
