import "server-only";
import { Problem } from "@/lib/core/problem";
import { readOrigin } from "./door";
import { problemResponse } from "./problem-response";
import { requestIdOf } from "./request-id";

type Handler<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Response | Promise<Response>;

/** A door that is no operation's, and is there at our own hosts only, like all others (S18). */
export function atOurHosts<Rest extends unknown[]>(handle: Handler<Rest>): Handler<Rest> {
  return (request, ...rest) => {
    const id = requestIdOf(request.headers);
    try {
      readOrigin(request.headers, id);
    } catch (error) {
      if (error instanceof Problem) return problemResponse(error, id);
      throw error;
    }
    return handle(request, ...rest);
  };
}
