import "server-only";
import { z } from "zod";
import { originOf } from "@/lib/infra/hosts";
import type { AnyOperation } from "@/lib/infra/operation";
import { registry } from "./registry";
import { snakeName, turnKeys } from "./wire";

type Item = Record<string, unknown>;

/** Signing in by hand once fills in the tokens for all other requests. */
const keepTokens = [
  "const answer = pm.response.json();",
  "if (answer.access) pm.environment.set('access', answer.access);",
  "if (answer.refresh) pm.environment.set('refresh', answer.refresh);",
];

/** A Postman collection (format 2.1) of everything programs can call, one folder a subject, read off the registry. */
export function postmanCollection(): Item {
  const folders = new Map<string, Item[]>();
  for (const op of registry) {
    if (op.http === "page") continue;
    const name = op.id.split(".")[0] ?? op.id;
    folders.set(name, [...(folders.get(name) ?? []), requestItem(op)]);
  }
  return {
    info: {
      name: "MedVuno LIMS",
      description: "Sign in with auth.login first: its answer fills in the tokens of the environment.",
      schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
    },
    auth: { type: "bearer", bearer: [{ key: "token", value: "{{access}}", type: "string" }] },
    item: [...folders].map(([name, item]) => ({ name, item })),
  };
}

/** The variables the collection uses, with the demonstration's values. */
export function postmanEnvironment(): Item {
  const values = {
    base_url: `${originOf({ kind: "laboratory", slug: "demo" })}/api/v1`,
    identifier: "receptionist@demo.test",
    password: "",
    access: "",
    refresh: "",
  };
  return {
    name: "MedVuno LIMS",
    values: Object.entries(values).map(([key, value]) => ({
      key,
      value,
      type: key === "base_url" || key === "identifier" ? "default" : "secret",
      enabled: true,
    })),
  };
}

function requestItem(op: AnyOperation): Item {
  const [method = "GET", template = ""] = op.http.split(" ");
  const path = template.slice(1).replace(/\{(\w+)\}/g, (_, name: string) => `:${snakeName(name)}`);
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => snakeName(name));
  const isOpen = typeof op.permission === "object" && op.permission.who === "anyone";
  const body =
    op.input.body && exampleOf(z.toJSONSchema(op.input.body, { io: "input", unrepresentable: "any" }));
  return {
    name: op.id,
    request: {
      method,
      description: op.summary,
      ...(isOpen && { auth: { type: "noauth" } }),
      header: [
        ...(body === undefined ? [] : [{ key: "Content-Type", value: "application/json" }]),
        ...(op.ifMatch === "required" ? [{ key: "If-Match", value: '"1"' }] : []),
      ],
      url: {
        raw: `{{base_url}}/${path}`,
        host: ["{{base_url}}"],
        path: path.split("/"),
        variable: names.map((key) => ({ key, value: "" })),
      },
      ...(body !== undefined && {
        body: { mode: "raw", raw: JSON.stringify(forHand(op, turnKeys(body, snakeName)), null, 2) },
      }),
    },
    ...(op.id === "auth.login" || op.id === "auth.refresh"
      ? { event: [{ listen: "test", script: { type: "text/javascript", exec: keepTokens } }] }
      : {}),
  };
}

/** The two requests that live on the environment's own values. */
function forHand(op: AnyOperation, body: unknown): unknown {
  if (op.id === "auth.login") return { identifier: "{{identifier}}", password: "{{password}}" };
  if (op.id === "auth.refresh") return { refresh: "{{refresh}}" };
  return body;
}

type Schema = z.core.JSONSchema.BaseSchema;

/** An example that has the shape: the one that is told, else one made of the examples of its parts. */
export function exampleOf(schema: Schema): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.[0] !== undefined) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema.allOf?.[0];
  if (choice) return exampleOf(choice as Schema);
  if (schema.type === "object") return exampleOfObject(schema);
  if (schema.type === "array") return schema.items ? [exampleOf(schema.items as Schema)] : [];
  if (schema.type === "integer" || schema.type === "number") return schema.minimum ?? 1;
  if (schema.type === "boolean") return false;
  return schema.type === "string" ? "…" : null;
}

function exampleOfObject(schema: Schema): Record<string, unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const needed = new Set(schema.required ?? []);
  const shown = properties.filter(([name]) => needed.size === 0 || needed.has(name));
  return Object.fromEntries(shown.map(([name, each]) => [name, exampleOf(each as Schema)]));
}
