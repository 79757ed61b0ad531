import { databaseProblem } from "@/lib/api/database-problems";
import { readOrigin } from "@/lib/api/door";
import { problemResponse } from "@/lib/api/problem-response";
import { requestIdHeader, requestIdOf } from "@/lib/api/request-id";
import { Problem } from "@/lib/core/problem";

/** An address of the API that nothing answers still answers in its one shape. */
function nothing(request: Request): Response {
  const id = requestIdOf(request.headers);
  let problem = new Problem("not_found", "The API has no such address. Its documentation is at /api/docs.");
  try {
    readOrigin(request.headers, id);
  } catch (error) {
    problem = databaseProblem(error, id);
  }
  const response = problemResponse(problem, id);
  response.headers.set(requestIdHeader, id);
  response.headers.set("cache-control", "no-store");
  response.headers.set("x-content-type-options", "nosniff");
  return response;
}

export { preflight as OPTIONS } from "@/lib/api/cors";
export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
