import { Inngest } from "inngest";
import { env } from "@/lib/infra/env";
import { log } from "@/lib/infra/log";
import { throughOutbox } from "./through-outbox";

/** The application's name at Inngest; each function's id stands behind it. */
export const appId = "medvuno";

const keys = env().background.inngest;

/**
 * The client of all functions. Never in the SDK's development mode: it believes unsigned requests, and a variable of
 * the environment would switch it on.
 */
export const inngest = new Inngest({
  id: appId,
  isDev: false,
  logger: log,
  fetch: throughOutbox,
  ...keys,
});
