import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "@/lib/api/openapi";
import { registry } from "@/lib/api/registry";
import { permissions, roleNames, roles } from "@/lib/core/access";
import { problemCodes } from "@/lib/core/problem";

/** "GET /patients/{patientId}" of every handler in the tree of routes. */
function servedRoutes(): string[] {
  return readdirSync("app/api/v1", { recursive: true, encoding: "utf8" })
    .filter((path) => path === "route.ts" || path.endsWith("/route.ts"))
    .map((path) => `app/api/v1/${path}`)
    .filter((path) => !path.includes("[...missing]"))
    .flatMap((path) => {
      const text = readFileSync(path, "utf8");
      const address = path
        .slice("app/api/v1".length, -"/route.ts".length)
        .replaceAll(/\[(\w+)\]/g, (_, name: string) => `{${name}}`);
      const methods = [...text.matchAll(/export const (GET|POST|PUT|PATCH|DELETE) = route\((\w+)\)/g)];
      return methods.map(([, method]) => `${method} ${address}`);
    })
    .sort();
}

const called = registry.filter((op) => op.http !== "page");

describe("the registry", () => {
  it("lists the same operations as the tree of routes serves, both ways", () => {
    expect(called.map((op) => op.http).sort()).toEqual(servedRoutes());
  });

  it("names every operation once, and once at an address", () => {
    expect(new Set(registry.map((op) => op.id)).size).toBe(registry.length);
    expect(new Set(called.map((op) => op.http)).size).toBe(called.length);
  });

  it.each(registry.map((op) => [op.id, op] as const))("%s says what it does and how it fails", (_, op) => {
    expect(op.summary).toMatch(/^[A-Z].*[.]$/);
    for (const code of op.fails) expect(problemCodes).toHaveProperty(code);
    if (typeof op.audit === "string") expect(op.audit).toMatch(/^[a-z_]+\.[a-z_]+$/);
    else expect(op.audit.why.length).toBeGreaterThan(10);
    if (typeof op.permission === "object") expect(op.permission.why.length).toBeGreaterThan(10);
  });

  it("uses every permission there is, and every role holds only those", () => {
    const used = new Set(registry.map((op) => op.permission).filter((each) => typeof each === "string"));
    const unused = Object.keys(permissions).filter((each) => !used.has(each as keyof typeof permissions));
    expect(unused).toEqual([]);
    for (const role of roleNames)
      for (const each of roles[role].may) expect(permissions).toHaveProperty(each);
  });
});

describe("M9 the OpenAPI document", () => {
  const document = openApiDocument();

  it("describes every operation in the wire's own names", () => {
    const paths = document.paths as Record<string, Record<string, { operationId: string }>>;
    const described = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map((op) => op.operationId),
    );
    expect(described.sort()).toEqual(called.map((op) => op.id).sort());
    expect(Object.keys(paths).join()).not.toMatch(/[A-Z]/);
  });

  it("names no property in camelCase", () => {
    const names: string[] = [];
    collectNames(document, names);
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => /[A-Z]/.test(name))).toEqual([]);
  });
});

function collectNames(node: unknown, names: string[]): void {
  if (Array.isArray(node)) for (const each of node) collectNames(each, names);
  else if (node !== null && typeof node === "object") {
    for (const [key, value] of Object.entries(node)) {
      if (key === "properties" && value !== null && typeof value === "object")
        names.push(...Object.keys(value));
      collectNames(value, names);
    }
  }
}
