import "server-only";
import type { Actor, LaboratoryRef } from "@/lib/core/actor";
import { anonymousActor } from "./actor";
import { readOrigin } from "./door";

/**
 * Off by default: only origins that a laboratory listed may call it from a browser.
 * @param actor null when nobody was let in: a refusal is read by the page that asked, too.
 */
export async function allowOrigin(request: Request, actor: Actor | null, response: Response): Promise<void> {
  const origin = request.headers.get("origin");
  if (!origin) return;
  const laboratory = actor ? actor.laboratory : await laboratoryAt(request);
  if (!laboratory?.allowedOrigins.includes(origin)) return;
  response.headers.set("access-control-allow-origin", origin);
  response.headers.set(
    "access-control-expose-headers",
    "etag, location, x-request-id, retry-after, ratelimit, ratelimit-policy, idempotent-replayed",
  );
  response.headers.append("vary", "origin");
}

/** Whose address was called; null where no laboratory answers, or when it cannot be asked now. */
async function laboratoryAt(request: Request): Promise<LaboratoryRef | null> {
  try {
    const { place, from } = readOrigin(request.headers);
    return (await anonymousActor(place, from)).laboratory;
  } catch {
    return null;
  }
}

/** Answers a browser that asks before it calls. */
export async function preflight(request: Request): Promise<Response> {
  const response = new Response(null, { status: 204, headers: { vary: "origin" } });
  await allowOrigin(request, null, response);
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
