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
});
