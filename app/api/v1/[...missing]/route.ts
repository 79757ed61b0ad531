import { databaseProblem } from "@/lib/api/database-problems";
import { readOrigin } from "@/lib/api/door";
import { problemResponse } from "@/lib/api/problem-response";
import { Problem } from "@/lib/core/problem";

/** An address of the API that nothing answers still answers in its one shape. */
function nothing(request: Request): Response {
  let id = "";
  let problem = new Problem("not_found", "The API has no such address. Its documentation is at /api/docs.");
  try {
    id = readOrigin(request.headers).from.requestId;
  } catch (error) {
    problem = databaseProblem(error);
  }
  const response = problemResponse(problem, id);
  response.headers.set("x-request-id", id);
  return response;
}

export { preflight as OPTIONS } from "@/lib/api/cors";
export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
