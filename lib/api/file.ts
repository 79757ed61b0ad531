import "server-only";
import type { AnyOperation } from "@/lib/infra/operation";
import { tryLoad } from "./load";
import { problemResponse } from "./problem-response";
import { requestIdOf } from "./request-id";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/**
 * The page door for what a person opens as a file: the same operation as the API's, for whoever is signed in
 * in this browser. Private files are served no other way (S22).
 * @param keep the parameters of the address that are the operation's own.
 */
export function file(op: AnyOperation, ...keep: string[]): Handler {
  return async (request, context) => {
    const given = await context.params;
    const params = Object.fromEntries(keep.map((name) => [name, given[name]]));
    const loaded = await tryLoad(op, { params });
    if (!loaded.ok) return problemResponse(loaded.problem, requestIdOf(request.headers));
    if (!(loaded.value instanceof Uint8Array) || !op.bytes)
      throw new Error(`${op.id} does not answer with bytes.`);
    // A Uint8Array of a plain ArrayBuffer is a body; the generic buffer type hides it.
    return new Response(loaded.value as Uint8Array<ArrayBuffer>, {
      headers: {
        "content-type": op.bytes.contentType,
        "content-disposition": "inline",
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  };
}
