import pino from "pino";
import { env } from "./env";

/**
 * Structured logs, one JSON line each. Ids and codes only: never a name, a value, a token or a body.
 * The redaction is the second wall, not the first.
 */
export const log = pino({
  level: env().logLevel,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ["password", "token", "code", "authorization", "cookie", "*.password", "*.token", "*.code"],
    censor: "[redacted]",
  },
  serializers: { error: faultOf },
});

const framesMax = 12;

/**
 * What went wrong and where, without its words: those may quote what somebody typed. Pino by itself writes of an
 * error only what hangs on it, which for most is nothing.
 */
export function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const said = error as Error & Partial<Record<"code" | "constraint" | "table" | "routine", unknown>>;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    // PostgreSQL's SQLSTATE or Node's name of it; `code` itself is left out everywhere.
    ...(typeof said.code === "string" && { state: said.code }),
    ...(said.constraint !== undefined && { constraint: said.constraint }),
    ...(said.table !== undefined && { table: said.table }),
    ...(said.routine !== undefined && { routine: said.routine }),
    at: frames.slice(0, framesMax).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: faultOf(error.cause) }),
  };
}
