import { fork } from "node:child_process";
import { root } from "./paths.mjs";

/** @typedef {NodeJS.ProcessEnv} Environment */
/** @typedef {{ script: string, args?: string[], env: Environment, output: "pipe" | "inherit" | number }} Order */

/**
 * Starts a Node program that ends with this process, however that ends, and stops when it is told to.
 * @param {Order} order
 */
export function startProgram({ script, args = [], env, output }) {
  const child = fork(script, args, {
    cwd: root,
    // Ctrl-C reaches this process, which stops the others in their order.
    detached: true,
    execArgv: ["--import", new URL("./end-with-parent.mjs", import.meta.url).href],
    env: { ...env, MEDVUNO_PARENT: String(process.pid), NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", output, output, "ipc"],
  });
  /** @type {Promise<number>} its exit code; 1 when it was killed */
  const ended = new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", (code) => resolve(code ?? 1));
  });
  return {
    child,
    pid: child.pid,
    ended,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      const slow = setTimeout(() => child.kill("SIGKILL"), 8_000);
      await ended;
      clearTimeout(slow);
    },
  };
}

/**
 * Runs a Node program to its end and keeps what it prints.
 * @param {Omit<Order, "output"> & { timeLimitMs?: number }} order
 */
export async function watchProgram({ timeLimitMs, ...order }) {
  const program = startProgram({ ...order, output: "pipe" });
  let output = "";
  const collect = (/** @type {Buffer} */ chunk) => {
    output += chunk;
  };
  program.child.stdout?.on("data", collect);
  program.child.stderr?.on("data", collect);
  const limit =
    timeLimitMs &&
    setTimeout(() => {
      output += `\nIt took more than ${timeLimitMs / 60_000} minutes and was stopped.`;
      program.stop();
    }, timeLimitMs);
  const code = await program.ended;
  clearTimeout(limit);
  return { code, output: output.trim() };
}

/**
 * Runs a Node program that is expected to succeed.
 * @param {Omit<Order, "output">} order
 * @returns {Promise<string>} what it printed
 * @throws Error with what it printed, when it failed
 */
export async function runProgram(order) {
  const { code, output } = await watchProgram(order);
  if (code !== 0) throw new Error(output);
  return output;
}
