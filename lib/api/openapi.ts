import "server-only";
import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from "zod-openapi";
import { permissions } from "@/lib/core/access";
import { type ProblemCode, problemCodes } from "@/lib/core/problem";
import { originOf } from "@/lib/infra/hosts";
import { limits } from "@/lib/infra/limit-table";
import { quotaOf } from "@/lib/infra/limits";
import type { AnyOperation } from "@/lib/infra/operation";
import { registry } from "./registry";
import { snakeName, turnKeys } from "./wire";

const always: ProblemCode[] = ["malformed_request", "rate_limited", "internal", "unavailable"];

/** OpenAPI 3.1 of every operation that programs can call, read off the registry. */
export function openApiDocument(): Record<string, unknown> {
  const paths: ZodOpenApiPathsObject = {};
  for (const op of registry) {
    if (op.http === "page") continue;
    const [method = "", template = ""] = op.http.split(" ");
    const path = `/api/v1${template.replace(/\{(\w+)\}/g, (_, name: string) => `{${snakeName(name)}}`)}`;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationObject(op) };
  }
  const document = createDocument({
    openapi: "3.1.1",
    info: {
      title: "MedVuno LIMS",
      version: "1",
      description:
        "Everything a laboratory can do, for programs. Each laboratory answers on its own host. Names are snake_case; measured values are decimal strings; money is integer minor units.",
    },
    servers: [
      {
        url: originOf({ kind: "laboratory", slug: "{laboratory}" }).toString(),
        variables: { laboratory: { default: "demo" } },
      },
      { url: originOf({ kind: "root" }) },
    ],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: { Problem: ProblemNoun },
    },
  });
  // Property names of the schemas are camelCase inside; the wire's are snake_case.
  return turnSchemaNames(document) as Record<string, unknown>;
}

const ProblemNoun = z
  .object({
    type: z.url(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    // A closed list: programs may branch on it.
    code: z.enum(Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]]),
    errors: z.record(z.string(), z.array(z.string())).optional(),
    requestId: z.string(),
    timestamp: z.iso.datetime(),
  })
  .meta({
    id: "Problem",
    example: {
      type: "https://medvuno.test/problems/not-found",
      title: "Not found",
      status: 404,
      detail: "There is no such sample here.",
      code: "not_found",
      requestId: "0193d5a0-0000-7000-8000-000000000000",
      timestamp: "2026-11-20T09:30:00.000Z",
    },
  });

function operationObject(op: AnyOperation): ZodOpenApiOperationObject {
  const status = op.status ?? (op.output instanceof z.ZodUndefined ? 204 : 200);
  const { params, query, body } = op.input;
  const refusals = [...new Set([...op.fails, ...always, ...refusalsOfInput(op)])];
  return {
    operationId: op.id,
    tags: [op.id.split(".")[0] ?? op.id],
    summary: op.summary,
    description: [op.description, permissionSentence(op), limitSentence(op)].filter(Boolean).join("\n\n"),
    ...(isOpen(op) && { security: [] }),
    requestParams: {
      ...(params && { path: asObject(params) }),
      ...(query && { query: asObject(query) }),
      ...(op.ifMatch && {
        header: z.object({ "If-Match": op.ifMatch === "required" ? z.string() : z.string().optional() }),
      }),
    },
    ...(body && { requestBody: { content: { "application/json": { schema: body } } } }),
    responses: {
      [`${status}`]: {
        description: status === 204 ? "Done." : op.summary,
        ...answerContent(op, status),
      },
      ...Object.fromEntries(byStatus(refusals)),
    },
  };
}

const guarded: ProblemCode[] = ["unauthenticated", "session_ended", "forbidden"];

/** How an operation refuses before it runs, whatever it does. */
function refusalsOfInput(op: AnyOperation): ProblemCode[] {
  const takesBody = !/^(GET|DELETE) /.test(op.http);
  return [
    ...(isOpen(op) ? [] : guarded),
    ...(op.input.params || op.scope === "laboratory" ? (["not_found"] as const) : []),
    ...(takesBody ? (["validation_failed", "payload_too_large", "unsupported_media_type"] as const) : []),
    ...(op.ifMatch ? (["precondition_failed"] as const) : []),
    ...(op.ifMatch === "required" ? (["precondition_required"] as const) : []),
    ...(op.http.startsWith("POST") && op.idempotency !== "none" ? (["conflict"] as const) : []),
  ];
}

function isOpen(op: AnyOperation): boolean {
  return typeof op.permission === "object" && op.permission.who === "anyone";
}

function answerContent(op: AnyOperation, status: number): Pick<ZodOpenApiResponseObject, "content"> {
  if (status === 204) return {};
  if (op.bytes) {
    return { content: { [op.bytes.contentType]: { schema: { type: "string", format: "binary" } } } };
  }
  return { content: { "application/json": { schema: op.output } } };
}

function byStatus(codes: ProblemCode[]): [`${number}`, ZodOpenApiResponseObject][] {
  const grouped = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = problemCodes[code];
    grouped.set(status, [...(grouped.get(status) ?? []), code]);
  }
  return [...grouped].map(([status, some]) => [
    `${status}`,
    {
      description: some.map((code) => `\`${code}\`: ${problemCodes[code].title}.`).join(" "),
      content: { "application/problem+json": { schema: ProblemNoun } },
    },
  ]);
}

function asObject(schema: z.ZodType): z.ZodObject {
  if (schema instanceof z.ZodObject) return schema;
  throw new Error("Params and query are objects.");
}

function permissionSentence(op: AnyOperation): string {
  if (typeof op.permission === "object") return `Open to ${op.permission.who}: ${op.permission.why}`;
  return `Needs \`${op.permission}\`: ${permissions[op.permission]}`;
}

function limitSentence(op: AnyOperation): string {
  const { per } = limits[op.limit];
  const { max, seconds } = quotaOf(op.limit);
  return `Limit \`${op.limit}\`: ${max} in ${seconds} seconds per ${per}.`;
}

/** Turns the names of properties, of required lists, of parameters and of examples, and nothing else. */
function turnSchemaNames(node: unknown, inExample = false): unknown {
  if (Array.isArray(node)) return node.map((each) => turnSchemaNames(each, inExample));
  if (node === null || typeof node !== "object") return node;
  if (inExample) return turnKeys(node, snakeName);
  const turned: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === "properties" && value !== null && typeof value === "object") {
      turned[key] = Object.fromEntries(
        Object.entries(value).map(([name, schema]) => [snakeName(name), turnSchemaNames(schema)]),
      );
    } else if (key === "required" && Array.isArray(value)) {
      turned[key] = value.map((name) => snakeName(String(name)));
    } else if (key === "example" || key === "examples" || key === "default") {
      turned[key] = turnSchemaNames(value, true);
    } else if (key === "name" && typeof value === "string" && "in" in node && node.in !== "header") {
      turned[key] = snakeName(value);
    } else {
      turned[key] = turnSchemaNames(value);
    }
  }
  return turned;
}
