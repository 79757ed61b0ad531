import "server-only";
import { headers } from "next/headers";
import { type ProblemReport, reportProblem } from "@/lib/core/problem";
import { databaseProblem } from "./database-problems";
import { requestIdOf } from "./request-id";

/** What a form shows of whatever went wrong in its action; what nobody foresaw bears the request's id. */
export async function failedAction(error: unknown): Promise<{ ok: false; problem: ProblemReport }> {
  return { ok: false, problem: reportProblem(databaseProblem(error, requestIdOf(await headers()))) };
}
