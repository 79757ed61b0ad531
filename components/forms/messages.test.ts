import { expect, it } from "vitest";
import { z } from "zod";
import { formMessage } from "./messages";

const messagesOf = (schema: z.ZodType, value: unknown) =>
  schema
    .safeParse(value, { error: (issue) => formMessage(issue) })
    .error?.issues.map(({ message }) => message);

it("says that a field is needed, whatever kind it is", () => {
  expect(messagesOf(z.string(), undefined)).toEqual(["This is needed."]);
  expect(messagesOf(z.string().min(1), "")).toEqual(["This is needed."]);
  expect(messagesOf(z.int(), undefined)).toEqual(["This is needed."]);
  expect(messagesOf(z.enum(["a", "b"]), undefined)).toEqual(["Choose one."]);
  expect(messagesOf(z.array(z.string()).min(1), [])).toEqual(["Choose at least one."]);
});

it("says what to write", () => {
  expect(messagesOf(z.int(), "a lot")).toEqual(["Write a number."]);
  expect(messagesOf(z.int(), 1.5)).toEqual(["Write a whole number."]);
  expect(messagesOf(z.email(), "jones")?.[0]).toContain("name@example.org");
  expect(messagesOf(z.int().min(0), -1)).toEqual(["Not below 0."]);
});

it("leaves a schema's own words alone", () => {
  expect(messagesOf(z.string("Say why."), undefined)).toEqual(["Say why."]);
});
