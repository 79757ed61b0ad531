import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** The command line of a running process; undefined when there is none of that number. */
export function commandOf(/** @type {number} */ pid) {
  try {
    return existsSync("/proc/self/cmdline")
      ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim()
      : execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8", stdio: "pipe" }).trim();
  } catch {
    return undefined;
  }
}

/**
 * Stops a process by its number, if it is still the program we mean: numbers are given out again.
 * @param {number} pid
 * @param {string} mark part of its command line
 * @param {NodeJS.Signals} signal the polite one; after ten seconds it is killed
 */
export async function stopProcess(pid, mark, signal) {
  const isIt = () => commandOf(pid)?.includes(mark) ?? false;
  if (!isIt()) return;
  process.kill(pid, signal);
  for (let left = 500; left > 0 && isIt(); left--) await wait(20);
  if (isIt()) process.kill(pid, "SIGKILL");
}

/**
 * Calls back once when npm, which started this process, is gone: killed, it cannot pass the news on.
 * @param {() => void} callback
 */
export function onNpmGone(callback) {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const watched = [process.ppid, shellParent(process.ppid)].filter((pid) => pid > 1);
  const timer = setInterval(() => {
    if (watched.every((pid) => commandOf(pid))) return;
    clearInterval(timer);
    callback();
  }, 1_000);
  timer.unref();
}

/** npm may run a script through a shell that waits for it: then the shell's own parent is npm. */
function shellParent(/** @type {number} */ pid) {
  if (!/^\S*sh\b/.test(commandOf(pid) ?? "")) return 0;
  try {
    return Number(
      execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8", stdio: "pipe" }),
    );
  } catch {
    return 0;
  }
}
