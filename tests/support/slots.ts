import { z } from "zod";
import { newId } from "@/lib/core/ids";
import type { AnyOperation } from "@/lib/infra/operation";
import { bodiesOf } from "./bodies";
import type { Slots } from "./journey";

/** Other names that an id or a code goes by in a request. */
const otherNames: Record<string, keyof Slots> = {
  resultIds: "resultId",
  accountIds: "accountId",
  registrationIds: "registrationId",
  mailIds: "mailId",
  suspicionIds: "suspicionId",
  taskIds: "taskId",
  tests: "testCode",
  analytes: "analyteCode",
};

/** Proofs of their own, at the root address: what they name belongs to no laboratory yet. */
const ofNoLaboratory = new Set(["registrationId"]);

export type Request = { params: Record<string, string>; query: Record<string, string>; body: object };

/** One place of one operation that can hold an id or a code, and a valid request to put another into. */
export type Slot = { where: string; holds: keyof Slots; with: (value: string) => Request };

/**
 * Every place of an operation that names a record, read off its schemas.
 * @throws Error for an id that the table of slots does not know: whoever adds one adds it there.
 */
export function slotsOf(op: AnyOperation, own: Slots): Slot[] {
  const params = paramsOf(op, own);
  return bodiesOf(op, own).flatMap((body, number) => [
    ...(number > 0 ? [] : Object.keys(params)).map((name) => ({
      where: `{${name}}`,
      holds: slotOf(name, own),
      with: (value: string) => ({ params: { ...params, [name]: value }, query: {}, body }),
    })),
    ...(number > 0 ? [] : queryNames(op, own)).map((name) => ({
      where: `?${name}`,
      holds: slotOf(name, own),
      with: (value: string) => ({ params, query: { [name]: value }, body }),
    })),
    ...pathsOf(body, own).map(({ path, holds }) => ({
      where: [...("action" in body ? [String(body.action)] : []), ...path].join("."),
      holds,
      with: (value: string) => ({ params, query: {}, body: replaced(body, path, value) }),
    })),
  ]);
}

export function paramsOf(op: AnyOperation, own: Slots): Record<string, string> {
  const names = [...op.http.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return Object.fromEntries(names.map((name) => [name, own[slotOf(name, own)]]));
}

/** Places of the body's schema that take an id and are empty in the body that is written down. */
export function forgottenIds(op: AnyOperation, own: Slots): string[] {
  if (!op.input.body) return [];
  const known = new Set(
    bodiesOf(op, own).flatMap((body) => pathsOf(body, own).map(({ path }) => generic(path))),
  );
  return idPaths(jsonSchema(op.input.body), []).filter(
    (path) => !known.has(path) && !ofNoLaboratory.has(path),
  );
}

function slotOf(name: string, own: Slots): keyof Slots {
  const known = name in own ? (name as keyof Slots) : otherNames[name];
  if (!known) throw new Error(`Whose is {${name}}? Add it to the slots of tests/support/journey.ts.`);
  return known;
}

function queryNames(op: AnyOperation, own: Slots): string[] {
  if (!op.input.query) return [];
  const { properties = {} } = jsonSchema(op.input.query);
  return Object.entries(properties)
    .filter(([name, schema]) => name in own || isId(schema))
    .map(([name]) => name);
}

type Path = (string | number)[];

function pathsOf(value: unknown, own: Slots, path: Path = []): { path: Path; holds: keyof Slots }[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => pathsOf(each, own, [...path, index]));
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, each]) => pathsOf(each, own, [...path, key]));
  }
  const name = path.findLast((step) => typeof step === "string");
  const holds =
    typeof name === "string" ? (name in own ? (name as keyof Slots) : otherNames[name]) : undefined;
  // The code of a new record names nothing that is there.
  return holds && holds !== "code" ? [{ path, holds }] : [];
}

function replaced(value: unknown, [step, ...rest]: Path, by: string): object {
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? ([...value] as unknown as Record<number, unknown>)
    : { ...(value as object) };
  if (step !== undefined) copy[step] = rest.length === 0 ? by : replaced(copy[step], rest, by);
  return copy;
}

const generic = (path: Path) => path.filter((step) => typeof step === "string").join(".");

type JsonSchema = {
  format?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
};

function jsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
}

function isId(schema: JsonSchema): boolean {
  return schema.format === "uuid" || (schema.anyOf ?? []).some(isId);
}

function idPaths(schema: JsonSchema, path: string[]): string[] {
  if (schema.format === "uuid") return [path.join(".")];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, each]) => idPaths(each, [...path, name])),
    ...(schema.items ? idPaths(schema.items, path) : []),
    ...(schema.anyOf ?? []).flatMap((each) => idPaths(each, path)),
  ];
}

/** Something of the same form that never was. */
export function neverWas(holds: keyof Slots): string {
  const others: Partial<Slots> = {
    ...{ accessionNumber: "261120-99999", barcode: "261120-99999-1", number: "INV-99999" },
    ...{ analyteCode: "NEVERWASA", testCode: "NEVERWAST", panelCode: "NEVERWASP", code: "NEVERWAST" },
    checkCode: "7K4QM-2XD9R-3TB8W-0ZYCH",
  };
  return others[holds] ?? newId();
}
