import "server-only";
import type { Actor } from "@/lib/core/actor";
import { Problem } from "@/lib/core/problem";
import { log } from "@/lib/infra/log";
import type { AnyOperation } from "@/lib/infra/operation";
import { anonymousActor, programActor } from "./actor";
import type { Answer } from "./answer";
import { readJson } from "./body";
import { allowOrigin } from "./cors";
import { databaseProblem } from "./database-problems";
import { readOrigin } from "./door";
import { perform } from "./perform";
import { problemResponse } from "./problem-response";
import { requestIdHeader, requestIdOf } from "./request-id";
import { camelName, snakeName, turnKeys } from "./wire";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** The API door: one operation as a route handler. Cookies are not looked at. */
export function route(op: AnyOperation): Handler {
  return async (request, context) => {
    const started = performance.now();
    const id = requestIdOf(request.headers);
    let actor: Actor | null = null;
    let response: Response;
    try {
      const { place, from } = readOrigin(request.headers, id);
      actor = await callerOf(op, request, place, from);
      const answer = await perform(op, actor, await readRaw(op, request, await context.params));
      response = answerResponse(op, answer);
    } catch (error) {
      response = problemResponse(databaseProblem(error, id), id);
    }
    response.headers.set(requestIdHeader, id);
    response.headers.set("cache-control", "no-store");
    response.headers.set("x-content-type-options", "nosniff");
    await allowOrigin(request, actor, response);
    log.info({
      requestId: id,
      operation: op.id,
      status: response.status,
      laboratory: actor?.laboratory?.slug,
      account: actor?.account?.publicId,
      key: actor?.key?.id,
      ms: Math.round((performance.now() - started) * 10) / 10,
    });
    return response;
  };
}

async function callerOf(
  op: AnyOperation,
  request: Request,
  place: Parameters<typeof anonymousActor>[0],
  from: Actor["from"],
): Promise<Actor> {
  const isOpen = typeof op.permission === "object" && op.permission.who === "anyone";
  const authorization = request.headers.get("authorization");
  // Signing in again with a spent token in hand must work.
  if (isOpen && authorization !== null) {
    return programActor(authorization, place, from).catch(() => anonymousActor(place, from));
  }
  return programActor(authorization, place, from);
}

async function readRaw(op: AnyOperation, request: Request, params: Record<string, string>) {
  const takesBody = request.method !== "GET" && request.method !== "DELETE";
  const body = takesBody ? await readJson(request, op.bodyLimit) : {};
  return {
    params,
    query: turnKeys(readQuery(new URL(request.url).searchParams), camelName),
    body: turnKeys(body, camelName),
    idempotencyKey: idempotencyKey(request),
    ifMatch: ifMatch(request),
  };
}

function readQuery(search: URLSearchParams): Record<string, string> {
  const query = new Map<string, string>();
  for (const [name, value] of search) {
    if (query.has(name)) throw new Problem("malformed_request", `Give the parameter "${name}" once.`);
    query.set(name, value);
  }
  return Object.fromEntries(query);
}

function idempotencyKey(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new Problem(
      "malformed_request",
      "An Idempotency-Key has 1 to 200 printable characters without spaces.",
    );
  }
  return key;
}

function ifMatch(request: Request): number | null {
  const given = request.headers.get("if-match");
  if (given === null || given === "*") return null;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(given)?.[1];
  if (version === undefined) {
    throw new Problem("malformed_request", 'If-Match carries the ETag you read, for example "3".');
  }
  return Number(version);
}

function answerResponse(op: AnyOperation, answer: Answer): Response {
  const headers = new Headers();
  if (answer.etag) headers.set("etag", answer.etag);
  if (answer.location) headers.set("location", `/api/v1${answer.location}`);
  if (answer.replayed) headers.set("idempotent-replayed", "true");
  if (answer.allowance) {
    const { name, max, seconds, remaining, resetSeconds } = answer.allowance;
    headers.set("ratelimit-policy", `"${name}";q=${max};w=${seconds}`);
    headers.set("ratelimit", `"${name}";r=${remaining};t=${resetSeconds}`);
  }
  if (op.bytes && answer.body instanceof Uint8Array) {
    headers.set("content-type", op.bytes.contentType);
    headers.set("content-disposition", "inline");
    // A Uint8Array of a plain ArrayBuffer is a body; the generic buffer type hides it.
    return new Response(answer.body as Uint8Array<ArrayBuffer>, { status: answer.status, headers });
  }
  if (answer.body === undefined) return new Response(null, { status: 204, headers });
  headers.set("content-type", "application/json");
  return new Response(JSON.stringify(turnKeys(answer.body, snakeName)), { status: answer.status, headers });
}
