import { randomInt } from "node:crypto";
import { route } from "@/lib/api/route";
import { snakeName, turnKeys } from "@/lib/api/wire";
import { newId } from "@/lib/core/ids";
import type { AnyOperation } from "@/lib/infra/operation";

export type Wish = {
  host: string;
  token?: string | undefined;
  /** camelCase names, as the operation's own input has them. */
  params?: Record<string, string>;
  query?: Record<string, string> | string;
  /** Turned to the wire's names, then to JSON. */
  body?: object | undefined;
  /** Sent as it is, instead of `body`. */
  raw?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
};

/** One request through the API's door, as a program makes it: a real Request to the operation's own handler. */
export async function send(op: AnyOperation, wish: Wish): Promise<Response> {
  const { host, token, params = {}, query = {}, body, raw, headers = {} } = wish;
  const [method = "GET", template = ""] = op.http.split(" ");
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? name),
  );
  const search =
    typeof query === "string"
      ? query
      : new URLSearchParams(
          Object.entries(query).map(([name, value]) => [snakeName(name), value]),
        ).toString();
  const takesBody = method !== "GET" && method !== "DELETE";
  const content = takesBody ? (raw ?? JSON.stringify(turnKeys(body ?? {}, snakeName))) : undefined;
  const request = new Request(`http://${host}/api/v1${path}${search && `?${search}`}`, {
    method,
    headers: {
      host,
      // As instrumentation.ts writes it: an address of this request's own.
      "x-medvuno-peer": `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
      "x-request-id": newId(),
      ...(content !== undefined && { "content-type": "application/json" }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(content !== undefined && { body: content }),
  });
  return await route(op)(request, { params: Promise.resolve(params) });
}

/** RFC 9457 as our documents describe it. */
export type ProblemBody = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  errors?: Record<string, string[]>;
  request_id: string;
  timestamp: string;
};
