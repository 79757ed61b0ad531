// A process of its own that keeps PostgreSQL running for as long as the process that asked for it lives, also
// when that one is killed: the channel between the two closes, and the server is stopped in good order.
import { rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { freePort, initialise, startServer, stopOrphan, stopServer } from "./postgres-cluster.mjs";

/** @typedef {import("./postgres-cluster.mjs").Cluster & { port?: number, removeAfter?: string }} Order */

/** @type {import("node:child_process").ChildProcess | undefined} */
let server;
/** @type {Order | undefined} */
let order;
let stopping = false;

process.once("message", async (/** @type {Order} */ received) => {
  order = received;
  try {
    initialise(order);
    await stopOrphan(order.dataFolder);
    const port = order.port ?? (await freePort());
    await keepRunning(order, port);
    process.send?.({ port });
  } catch (error) {
    process.send?.({ failure: error instanceof Error ? error.message : String(error) });
    await stop();
  }
});

process.on("disconnect", stop);
process.on("SIGINT", stop);
process.on("SIGTERM", stop);

async function keepRunning(/** @type {Order} */ order, /** @type {number} */ port) {
  const started = await startPatiently(order, port);
  server = started;
  started.once("exit", async () => {
    if (stopping) return;
    // It was killed. Its data is whole: it comes back where its clients expect it.
    await keepRunning(order, port).catch(stop);
  });
}

async function startPatiently(/** @type {Order} */ order, /** @type {number} */ port) {
  for (let left = 20; ; left--) {
    try {
      return await startServer(order, port);
    } catch (error) {
      // The sessions of a killed server take a moment to notice and hold its memory until then.
      if (left === 0 || stopping) throw error;
      await wait(250);
    }
  }
}

async function stop() {
  if (stopping) return;
  stopping = true;
  if (server) await stopServer(server);
  if (order?.removeAfter) rmSync(order.removeAfter, { recursive: true, force: true });
  process.exit(0);
}
