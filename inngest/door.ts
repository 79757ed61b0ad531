import { serve } from "inngest/edge";
import { readText } from "@/lib/api/body";
import { problemResponse } from "@/lib/api/problem-response";
import { newId } from "@/lib/core/ids";
import { notFound, Problem } from "@/lib/core/problem";
import { env } from "@/lib/infra/env";
import { originOf } from "@/lib/infra/hosts";
import { checkFunctions } from "./check-functions";
import { inngest } from "./client";
import { functions } from "./functions";

type Handler = (request: Request) => Promise<Response>;

// An event and the answers of a task's steps.
const bodyLimit = 4 * 1024 * 1024;

let handler: Handler | undefined;

function sdk(): Handler {
  if (handler) return handler;
  checkFunctions(functions);
  handler = serve({
    client: inngest,
    functions: functions.map(({ fn }) => fn),
    // Else anybody could have this server introduce itself to Inngest, under the address they name.
    enableUnauthedSync: false,
    serveOrigin: originOf({ kind: "root" }),
    servePath: "/api/inngest",
  });
  return handler;
}

/** Where Inngest calls. Without its keys there is no such address; with them, only what it has signed is read. */
export async function inngestDoor(request: Request): Promise<Response> {
  try {
    if (!env().background.inngest) throw notFound();
    if (!request.headers.has("x-inngest-signature")) {
      throw new Problem("unauthenticated", "Only Inngest calls here, and it signs what it says.");
    }
    const { method, headers, url } = request;
    const body = method === "GET" ? null : await readText(request, bodyLimit);
    if (body !== null && !isJson(body)) throw new Problem("malformed_request", "The body is not JSON.");
    return await sdk()(new Request(url, { method, headers, body }));
  } catch (error) {
    if (error instanceof Problem) return problemResponse(error, newId());
    throw error;
  }
}

function isJson(text: string): boolean {
  if (text === "") return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
