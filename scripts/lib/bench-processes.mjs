import { readdirSync, readFileSync } from "node:fs";

// Linux counts processor time in hundredths of a second, whatever the processor.
const tickMs = 10;

/**
 * A process and all that it started, by /proc.
 * @param {number} pid
 * @returns {number[]}
 */
export function processTree(pid) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of readdirSync("/proc")) {
    const parent = /^\d+$/.test(name) ? Number(statOf(Number(name))[1]) : 0;
    if (parent > 0) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [pid];
  for (const each of tree) tree.push(...(children.get(each) ?? []));
  return tree;
}

/**
 * Processor time that processes have used so far, in milliseconds.
 * @param {readonly number[]} pids
 */
export function processorMs(pids) {
  return pids
    .map((pid) => statOf(pid))
    .reduce((sum, fields) => sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * tickMs, 0);
}

/**
 * Memory that processes hold now, in megabytes.
 * @param {readonly number[]} pids
 */
export function residentMB(pids) {
  const kilobytes = pids.map((pid) => Number(/VmRSS:\s+(\d+)/.exec(read(pid, "status"))?.[1] ?? 0));
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

/** What stands after a process's name, which may itself hold spaces and brackets: state, parent … */
function statOf(/** @type {number} */ pid) {
  const text = read(pid, "stat");
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}

/** Nothing for a process that is gone meanwhile. */
function read(/** @type {number} */ pid, /** @type {string} */ file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
