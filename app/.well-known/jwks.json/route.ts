import { publicKeySet } from "@/lib/infra/tokens";

/** The public keys of access tokens, for programs that check them by themselves. */
export async function GET(): Promise<Response> {
  return Response.json(await publicKeySet(), {
    headers: { "cache-control": "public, max-age=300", "content-type": "application/jwk-set+json" },
  });
}
