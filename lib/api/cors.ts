import "server-only";
import type { Actor } from "@/lib/core/actor";
import { anonymousActor } from "./actor";
import { readOrigin } from "./door";

/** Off by default: only origins that a laboratory listed may call it from a browser. */
export function allowOrigin(request: Request, actor: Actor, response: Response): void {
  const origin = request.headers.get("origin");
  if (!origin || !actor.laboratory?.allowedOrigins.includes(origin)) return;
  response.headers.set("access-control-allow-origin", origin);
  response.headers.set(
    "access-control-expose-headers",
    "etag, location, x-request-id, retry-after, ratelimit, ratelimit-policy, idempotent-replayed",
  );
  response.headers.append("vary", "origin");
}

/** Answers a browser that asks before it calls. */
export async function preflight(request: Request): Promise<Response> {
  const response = new Response(null, { status: 204, headers: { vary: "origin" } });
  try {
    const { place, from } = readOrigin(request.headers);
    allowOrigin(request, await anonymousActor(place, from), response);
  } catch {
    return response;
  }
  if (response.headers.has("access-control-allow-origin")) {
    response.headers.set("access-control-allow-methods", "GET, POST, PUT, PATCH, DELETE");
    response.headers.set(
      "access-control-allow-headers",
      "authorization, content-type, if-match, idempotency-key, x-request-id",
    );
    response.headers.set("access-control-max-age", "600");
  }
  return response;
}
