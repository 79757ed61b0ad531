import { request } from "node:http";
import { connect, createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { inRoot } from "./paths.mjs";
import { startProgram } from "./program.mjs";

// Left to itself Node takes a machine with much memory for leave to collect garbage late: under load the server grew
// to twice this application's need. An operator's own NODE_OPTIONS come later and win.
const heapLimit = "--max-old-space-size=1024";

/**
 * Starts Next on a port.
 * @param {object} order
 * @param {"start" | "dev"} order.command
 * @param {number} order.port
 * @param {boolean} order.isLocal listen on 127.0.0.1 only, not on every address of the machine
 * @param {import("./program.mjs").Environment} order.env
 * @param {"inherit" | number} order.output a file descriptor, or where this process writes
 */
export function startWebServer({ command, port, isLocal, env, output }) {
  return startProgram({
    script: inRoot("node_modules", "next", "dist", "bin", "next"),
    // By name: told 127.0.0.1, Next takes the middleware's rewrites for another host's and proxies them.
    args: [command, "--port", String(port), ...(isLocal ? ["--hostname", "localhost"] : [])],
    env: {
      ...env,
      NODE_ENV: command === "dev" ? "development" : "production",
      NODE_OPTIONS: `${heapLimit} ${env.NODE_OPTIONS ?? ""} --dns-result-order=ipv4first`,
    },
    output,
  });
}

/**
 * Waits until the application answers on 127.0.0.1.
 * @param {number} port
 * @param {string} rootDomain sent as Host: laboratories are told apart by it
 * @param {Promise<unknown>} ended when the server is gone
 * @throws Error when it is gone before it answered
 */
export async function untilAnswers(port, rootDomain, ended) {
  let gone = false;
  ended.then(() => {
    gone = true;
  });
  for (;;) {
    const status = await ask(port, rootDomain);
    if (status !== undefined && status < 500) return;
    if (gone) throw new Error("The web server ended before it answered.");
    await wait(100);
  }
}

/** @returns {Promise<number | undefined>} */
function ask(/** @type {number} */ port, /** @type {string} */ rootDomain) {
  return new Promise((resolve) => {
    const options = {
      host: "127.0.0.1",
      port,
      path: "/health",
      headers: { host: rootDomain },
      timeout: 30_000,
    };
    request(options, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once("timeout", () => resolve(undefined))
      .once("error", () => resolve(undefined))
      .end();
  });
}

/**
 * Whether somebody listens on a port of this machine.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isTaken(port) {
  return new Promise((resolve) => {
    const caller = connect({ host: "127.0.0.1", port }, () => {
      caller.destroy();
      resolve(true);
    });
    // Nobody answers, but it may be bound all the same, or not ours to bind.
    caller.once("error", () => {
      const probe = createServer();
      probe.once("error", () => resolve(true));
      probe.listen(port, () => probe.close(() => resolve(false)));
    });
  });
}
