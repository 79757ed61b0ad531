import { request } from "node:http";
import { connect, createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { inRoot } from "./paths.mjs";
import { startProgram } from "./program.mjs";

/**
 * Starts Next on a port.
 * @param {{ command: "start" | "dev", port: number, host?: string | undefined, env: import("./program.mjs").Environment, output: "inherit" | number }} order
 *   output: a file descriptor, or where this process writes
 */
export function startWebServer({ command, port, host, env, output }) {
  return startProgram({
    script: inRoot("node_modules", "next", "dist", "bin", "next"),
    args: [command, "--port", String(port), ...(host ? ["--hostname", host] : [])],
    env: { ...env, NODE_ENV: command === "dev" ? "development" : "production" },
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
