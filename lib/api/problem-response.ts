import { now } from "@/lib/core/clock";
import { type Problem, reportProblem } from "@/lib/core/problem";
import { originOf } from "@/lib/infra/hosts";
import { snakeName, snakePath, turnKeys } from "./wire";

/** RFC 9457: the one shape of every refusal. */
export function problemBody(problem: Problem, requestId: string): Record<string, unknown> {
  const { code, status, title, detail, errors, members } = reportProblem(problem);
  return {
    type: `${originOf({ kind: "root" })}/problems/${code.replaceAll("_", "-")}`,
    title,
    status,
    detail,
    code,
    ...(errors && {
      errors: Object.fromEntries(Object.entries(errors).map(([path, said]) => [snakePath(path), said])),
    }),
    ...(members && (turnKeys(members, snakeName) as Record<string, unknown>)),
    request_id: requestId,
    timestamp: now().toISOString(),
  };
}

export function problemResponse(problem: Problem, requestId: string): Response {
  const headers = new Headers({ "content-type": "application/problem+json" });
  if (problem.code === "unauthenticated" || problem.code === "session_ended") {
    headers.set("www-authenticate", "Bearer");
  }
  if (problem.extras.retryAfterSeconds) headers.set("retry-after", String(problem.extras.retryAfterSeconds));
  return new Response(JSON.stringify(problemBody(problem, requestId)), { status: problem.status, headers });
}
