import { embeddedRunner } from "@/inngest/embedded";
import { putClock } from "@/lib/core/clock";
import { listener, longWay } from "./background";

/*
 * A worker reduced to its runner, to be killed: it starts at the moment it is told, its time passing quickly, and
 * works until it dies.
 */
process.once("message", ({ from, speed }: { from: number; speed: number }) => {
  const began = Date.now();
  putClock(() => new Date(from + (Date.now() - began) * speed));
  const runner = embeddedRunner([longWay, listener]);
  runner.start();
  // Everything else lets the process end.
  setInterval(() => {}, 60_000);
});
process.send?.("ready");
