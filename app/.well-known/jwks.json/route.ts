import { databaseProblem } from "@/lib/api/database-problems";
import { readOrigin, requestIdOf } from "@/lib/api/door";
import { problemResponse } from "@/lib/api/problem-response";
import { publicKeySet } from "@/lib/infra/signing-keys";

/** The public keys of access tokens, for programs that check them by themselves; the same on every host of ours. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "cache-control": "public, max-age=300", "content-type": "application/jwk-set+json" };
  try {
    readOrigin(request.headers);
    return Response.json(await publicKeySet(), { headers });
  } catch (error) {
    return problemResponse(databaseProblem(error), requestIdOf(request.headers));
  }
}
