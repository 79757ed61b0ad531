import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { requestIdOf } from "./request-id";

const told = "a-request-of-the-test";
const headers = new Headers();
vi.mock("next/headers", () => ({ headers: async () => headers }));

vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/none");
vi.stubEnv("AUTH_SECRET", "a secret of the test, long enough to be one");
const { hostOf } = await import("@/lib/infra/hosts");
const { log } = await import("@/lib/infra/log");
const { databaseProblem } = await import("./database-problems");
const { failedAction } = await import("./failed-action");
const { problemResponse } = await import("./problem-response");
const { middleware } = await import("@/middleware");

const seen = vi.spyOn(log, "error").mockImplementation(() => undefined);

beforeEach(() => {
  seen.mockClear();
  headers.set("x-request-id", told);
});

describe("a failure that nobody foresaw", () => {
  it("bears the request's id, in the answer's words and beside them, and in the log", async () => {
    const failure = new Error("relation does not exist");
    const response = problemResponse(databaseProblem(failure, told), told);
    expect(response.status).toBe(500);
    const body: { detail: string; request_id: string } = await response.json();
    expect(body).toMatchObject({ code: "internal", request_id: told });
    expect(body.detail).toContain(told);
    expect(body.detail).not.toContain(failure.message);
    expect(seen).toHaveBeenCalledExactlyOnceWith({ requestId: told, error: failure }, "unexpected failure");
  });

  it("shows it in the form as well", async () => {
    const { problem } = await failedAction(new Error("relation does not exist"));
    expect(problem.detail).toContain(told);
    expect(seen.mock.calls[0]?.[0]).toMatchObject({ requestId: told });
  });
});

describe("the id of a request", () => {
  it("is kept when it is well-formed, and drawn when it is not", () => {
    expect(requestIdOf(headers)).toBe(told);
    for (const malformed of ["short", "with a space", `x${"y".repeat(100)}`, "a;b;c;d;e"]) {
      expect(requestIdOf(new Headers({ "x-request-id": malformed }))).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it("is one for a page, however often the page asks, and is told to the browser", () => {
    const host = hostOf({ kind: "root" });
    const response = middleware(new NextRequest(`http://${host}/`, { headers: { host } }));
    const given = response.headers.get("x-request-id");
    expect(given).toMatch(/^[0-9a-f-]{36}$/);
    // How Next hands on what a middleware adds to the request.
    expect(response.headers.get("x-middleware-request-x-request-id")).toBe(given);
  });
});
