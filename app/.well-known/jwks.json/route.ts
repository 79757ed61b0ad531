import { databaseProblem } from "@/lib/api/database-problems";
import { readOrigin } from "@/lib/api/door";
import { problemResponse } from "@/lib/api/problem-response";
import { requestIdOf } from "@/lib/api/request-id";
import { publicKeySet } from "@/lib/infra/signing-keys";

/** The public keys of access tokens, for programs that check them by themselves; the same on every host of ours. */
export async function GET(request: Request): Promise<Response> {
  const id = requestIdOf(request.headers);
  const headers = { "cache-control": "public, max-age=300", "content-type": "application/jwk-set+json" };
  try {
    readOrigin(request.headers, id);
    return Response.json(await publicKeySet(), { headers });
  } catch (error) {
    return problemResponse(databaseProblem(error, id), id);
  }
}
