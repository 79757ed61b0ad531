import { expect } from "vitest";
import { type ProblemCode, problemCodes } from "@/lib/core/problem";
import type { ProblemBody } from "./request";

/** Holds a response to the documented shape of a refusal, whatever is refused. */
export async function expectProblem(response: Response, code: ProblemCode, about = ""): Promise<ProblemBody> {
  // The shape is what the next lines find out.
  const body = (await response.json()) as ProblemBody;
  expect({ status: response.status, code: body.code }, `${about} ${body.detail}`).toEqual({
    status: problemCodes[code].status,
    code,
  });
  expect(response.headers.get("content-type"), about).toBe("application/problem+json");
  expect(response.headers.get("cache-control"), about).toBe("no-store");
  expect(response.headers.get("x-content-type-options"), about).toBe("nosniff");
  expect(body, about).toMatchObject({
    type: `http://lims.test/problems/${code.replaceAll("_", "-")}`,
    title: problemCodes[code].title,
    status: problemCodes[code].status,
    detail: expect.stringMatching(/^[A-Z0-9].*[.]$/s),
    request_id: response.headers.get("x-request-id"),
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  });
  return body;
}
