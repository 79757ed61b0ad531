import "server-only";
import { Problem } from "@/lib/core/problem";
import { env } from "@/lib/infra/env";
import { readMetrics } from "@/lib/infra/metrics";
import { sameSecret } from "@/lib/infra/secrets";
import { problemResponse } from "./problem-response";
import { requestIdOf } from "./request-id";

/** For Prometheus, at whatever name it knows the machine by; nothing is there without a token of one's own. */
export async function metrics(request: Request): Promise<Response> {
  const id = requestIdOf(request.headers);
  const { metricsToken } = env();
  if (!metricsToken) return problemResponse(new Problem("not_found", "Nothing is here."), id);
  const given = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  if (!sameSecret(given, metricsToken)) {
    return problemResponse(new Problem("unauthenticated", "Send the installation's METRICS_TOKEN."), id);
  }
  const { text, contentType } = await readMetrics();
  return new Response(text, { headers: { "content-type": contentType, "cache-control": "no-store" } });
}
